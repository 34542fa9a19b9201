import { accept, refuse } from '../../../kernel/decision.js';
import { incidentNotFound, wrongPhase } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';

export type ReportContainmentLost = {
  readonly reason: string;
  readonly evidence?: readonly string[] | undefined;
};

/** No directive: whoever sees users hurt again says so, be it a person or a monitor. */
export const reportContainmentLost: IncidentRule<ReportContainmentLost> = (
  { reason, evidence = [] },
  incident,
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { phase, firstContainedAt } = incident;
  if (phase === 'INVESTIGATING' && firstContainedAt !== null) return accept();
  return phase === 'CONTAINED'
    ? accept({ type: 'ContainmentLost', data: { reason, evidence } })
    : refuse(wrongPhase(phase, ['CONTAINED']));
};
