import { accept, refuse } from '../../../kernel/decision.js';
import type { UpdateAudience } from '../choices.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';

export type PublishUpdate = { readonly audience: UpdateAudience; readonly text: string };

export const publishUpdate: IncidentRule<PublishUpdate> = ({ audience, text }, incident) =>
  incident.status === 'undeclared'
    ? refuse(incidentNotFound())
    : accept({ type: 'UpdatePublished', data: { audience, text } });
