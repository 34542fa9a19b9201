import { accept, refuse } from '../../../kernel/decision.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import type { Evidence } from './evidence.js';

type One<K extends 'link' | 'excerpt' | 'figure'> = Required<Pick<Evidence, K>>;

export type AttachEvidence = {
  readonly evidence: One<'link'> | One<'excerpt'> | One<'figure'>;
  readonly caption?: string | undefined;
};

export const attachEvidence: IncidentRule<AttachEvidence> = ({ evidence, caption }, incident) =>
  incident.status === 'undeclared'
    ? refuse(incidentNotFound())
    : accept({ type: 'EvidenceAttached', data: { ...evidence, caption } });
