import { accept, refuse } from '../../../kernel/decision.js';
import type { Severity } from '../choices.js';
import type { IncidentRule } from '../rule.js';
import { incidentNotFound } from './refusals.js';

export type ChangeSeverity = { readonly severity: Severity; readonly reason: string };

/** Open in every phase: how badly users were hurt may turn out afterwards. */
export const changeSeverity: IncidentRule<ChangeSeverity> = ({ severity, reason }, incident) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { severity: formerSeverity } = incident;
  return severity === formerSeverity
    ? accept()
    : accept({ type: 'SeverityChanged', data: { formerSeverity, severity, reason } });
};
