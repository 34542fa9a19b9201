import { accept, refuse } from '../../../kernel/decision.js';
import { evidenceProblems } from '../evidence.js';
import type { EvidenceFacts } from '../evidence.js';
import { incidentNotFound, wrongPhase } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';

export type ReportContainmentLost = {
  readonly reason: string;
  readonly evidence?: readonly string[] | undefined;
};

/** No directive: whoever sees users hurt again says so, be it a person or a monitor. */
export const reportContainmentLost: IncidentRule<ReportContainmentLost, EvidenceFacts> = (
  { reason, evidence = [] },
  incident,
  facts,
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { phase, firstContainedAt } = incident;
  if (phase === 'INVESTIGATING' && firstContainedAt !== null) return accept();
  if (phase !== 'CONTAINED') return refuse(wrongPhase(phase, ['CONTAINED']));
  const problems = evidenceProblems(facts);
  return problems.length > 0
    ? refuse(...problems)
    : accept({ type: 'ContainmentLost', data: { reason, evidence } });
};
