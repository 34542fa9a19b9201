import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import type { FindingFacts } from './finding.js';
import { findingNotFound } from './refusals.js';

export type WithdrawFinding = { readonly finding: string; readonly reason?: string | undefined };

export const withdrawFinding: IncidentRule<WithdrawFinding, Facts & FindingFacts> = (
  { finding, reason },
  incident,
  { known },
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  if (known === undefined) return refuse(findingNotFound(finding));
  return known.isWithdrawn
    ? accept()
    : accept({ type: 'FindingWithdrawn', data: { finding, reason } });
};
