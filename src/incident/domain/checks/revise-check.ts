import { accept, refuse } from '../../../kernel/decision.js';
import { evidenceProblems, sameIds } from '../evidence.js';
import type { EvidenceFacts } from '../evidence.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import type { CheckFacts, Finding } from './check.js';
import { checkNotCompleted, checkNotFound } from './refusals.js';
import { isVerdict, statusOf } from './state.js';

export type ReviseCheck = Finding & { readonly reason: string };

/** To another verdict, or to the same one on other grounds. The first finding stays on the record. */
export const reviseCheck: IncidentRule<ReviseCheck, CheckFacts & EvidenceFacts> = (
  { check, verdict, reason, evidence = [] },
  incident,
  facts,
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const status = statusOf(incident, check);
  if (status === undefined) return refuse(checkNotFound(check, incident.checks));
  if (!isVerdict(status)) return refuse(checkNotCompleted(check, status));
  const problems = evidenceProblems(facts);
  if (problems.length > 0) return refuse(...problems);
  const { known } = facts;
  const isSaid =
    status === verdict && known?.reason === reason && sameIds(known.evidence, evidence);
  return isSaid
    ? accept()
    : accept({ type: 'CheckRevised', data: { check, verdict, reason, evidence } });
};
