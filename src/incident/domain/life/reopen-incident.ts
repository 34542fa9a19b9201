import { accept, refuse } from '../../../kernel/decision.js';
import { unresolved } from '../choices.js';
import type { IncidentRule } from '../rule.js';
import { incidentNotFound } from './refusals.js';

export type ReopenIncident = { readonly reason: string };

/** No directive: who sees that it is not over says so. Whoever commanded last commands again. */
export const reopenIncident: IncidentRule<ReopenIncident> = ({ reason }, incident) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  return unresolved.includes(incident.phase)
    ? accept()
    : accept({ type: 'IncidentReopened', data: { reason } });
};
