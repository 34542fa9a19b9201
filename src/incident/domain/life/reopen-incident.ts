import { accept, refuse } from '../../../kernel/decision.js';
import { unresolved } from '../choices.js';
import type { IncidentRule } from '../rule.js';
import { lookForSuspects } from '../suspects/window.js';
import { incidentNotFound } from './refusals.js';

export type ReopenIncident = { readonly reason: string };

/**
 * No directive: who sees that it is not over says so. Whoever commanded last commands again.
 * Changes that came in while it was closed may be its suspects.
 */
export const reopenIncident: IncidentRule<ReopenIncident> = ({ reason }, incident, { now }) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  if (unresolved.includes(incident.phase)) return accept();
  return {
    ...accept({ type: 'IncidentReopened', data: { reason } }),
    due: incident.phase === 'CLOSED' ? [lookForSuspects(now)] : [],
  };
};
