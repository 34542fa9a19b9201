import { accept, refuse } from '../../../kernel/decision.js';
import { over, unresolved } from '../choices.js';
import type { IncidentRule } from '../rule.js';
import { lookForSuspects } from '../suspects/window.js';
import { incidentNotFound, wrongPhase } from './refusals.js';

export type ReopenIncident = { readonly reason: string };

/**
 * No directive: who sees that it is not over says so. Whoever commanded last commands again.
 * Changes that came in while it was closed or declined may be its suspects. What was merged goes
 * on in another incident, and not here.
 */
export const reopenIncident: IncidentRule<ReopenIncident> = ({ reason }, incident, { now }) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  if (unresolved.includes(incident.phase)) return accept();
  if (incident.phase === 'MERGED')
    return refuse(wrongPhase(incident.phase, ['RESOLVED', 'CLOSED', 'DECLINED']));
  return {
    ...accept({ type: 'IncidentReopened', data: { reason } }),
    due: over.includes(incident.phase) ? [lookForSuspects(now)] : [],
  };
};
