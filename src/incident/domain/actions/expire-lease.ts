import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import type { IncidentEvent } from '../events.js';
import { incidentNotFound } from '../life/refusals.js';
import { isAfterwards } from '../mode.js';
import type { IncidentRule } from '../rule.js';
import type { ActionFacts } from './action.js';
import { claims } from './claim.js';
import { leaseDue } from './lease.js';

export type ExpireLease = { readonly action: string };

/**
 * For the policy: an action that has ended, a lease that was extended, and what was done long ago
 * are left alone.
 */
export const expireLease: IncidentRule<ExpireLease, Facts & ActionFacts> = (
  { action },
  incident,
  { now, known },
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const leaseUntil =
    known?.status === 'STARTED' && !isAfterwards(incident) ? known.leaseUntil : null;
  if (known === undefined || leaseUntil === null || leaseUntil > now)
    return { ...accept(), due: [leaseDue(action, leaseUntil)] };
  const expired: IncidentEvent = { type: 'ActionLeaseExpired', data: { action, leaseUntil } };
  return { ...accept(expired), release: claims(known, incident), due: [leaseDue(action, null)] };
};
