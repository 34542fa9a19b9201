import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import { sameIds } from './check.js';
import type { CheckFacts, Finding } from './check.js';
import { checkCompleted, checkNotFound } from './refusals.js';
import { isVerdict, statusOf } from './state.js';

export type CompleteCheck = Finding & { readonly summary?: string | undefined };

/** Needs no start before it: who has just looked should not have to say so twice. */
export const completeCheck: IncidentRule<CompleteCheck, Facts & CheckFacts> = (
  { check, verdict, summary, evidence = [] },
  incident,
  { known },
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const status = statusOf(incident, check);
  if (status === undefined) return refuse(checkNotFound(check, incident.checks));
  if (!isVerdict(status))
    return accept({ type: 'CheckCompleted', data: { check, verdict, summary, evidence } });
  const isSaid =
    status === verdict && known?.summary === (summary ?? null) && sameIds(known.evidence, evidence);
  return isSaid ? accept() : refuse(checkCompleted(check, status));
};
