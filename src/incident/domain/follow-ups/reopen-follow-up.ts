import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import { noRoom } from './add-follow-up.js';
import type { FollowUpFacts } from './follow-up.js';
import { followUpNotFound } from './refusals.js';

export type ReopenFollowUp = { readonly followUp: string; readonly reason?: string | undefined };

/** It is due when it was before: if that has passed, people are reminded anew. */
export const reopenFollowUp: IncidentRule<ReopenFollowUp, Facts & FollowUpFacts> = (
  { followUp, reason },
  incident,
  { known },
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  if (known === undefined) return refuse(followUpNotFound(followUp));
  if (known.completion === undefined) return accept();
  const obstacles = noRoom(incident);
  if (obstacles.length > 0) return refuse(...obstacles);
  const { dueAt } = known.words;
  return accept({ type: 'FollowUpReopened', data: { followUp, dueAt, reason } });
};
