import { accept, refuse } from '../../../kernel/decision.js';
import { evidenceProblems, sameIds } from '../evidence.js';
import type { EvidenceFacts } from '../evidence.js';
import { checkOutOfOrder } from '../guardrails/check-out-of-order.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import type { CheckFacts, Finding } from './check.js';
import { checkCompleted, checkNotFound } from './refusals.js';
import { isVerdict, statusOf } from './state.js';

export type CompleteCheck = Finding & { readonly summary?: string | undefined };

/** Needs no start before it: who has just looked should not have to say so twice. */
export const completeCheck: IncidentRule<CompleteCheck, CheckFacts & EvidenceFacts> = (
  { check, verdict, summary, evidence = [] },
  incident,
  facts,
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const status = statusOf(incident, check);
  if (status === undefined) return refuse(checkNotFound(check, incident.checks));
  const problems = evidenceProblems(facts);
  if (problems.length > 0) return refuse(...problems);
  if (!isVerdict(status))
    return {
      ...accept({ type: 'CheckCompleted', data: { check, verdict, summary, evidence } }),
      trips: checkOutOfOrder(check, incident),
    };
  const { known } = facts;
  return status === verdict && known !== undefined && saysTheSame(known, summary, evidence)
    ? accept()
    : refuse(checkCompleted(check, status));
};

const saysTheSame = (
  known: NonNullable<CheckFacts['known']>,
  summary: string | undefined,
  evidence: readonly string[],
): boolean => known.summary === (summary ?? null) && sameIds(known.evidence, evidence);
