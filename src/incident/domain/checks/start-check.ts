import { accept, refuse } from '../../../kernel/decision.js';
import { checkOutOfOrder } from '../guardrails/check-out-of-order.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import { checkCompleted, checkNotFound } from './refusals.js';
import { isVerdict, statusOf } from './state.js';

export type StartCheck = { readonly check: string };

/** Already true while anybody is looking: the check shows who. A skipped check can be taken up. */
export const startCheck: IncidentRule<StartCheck> = ({ check }, incident) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const status = statusOf(incident, check);
  if (status === undefined) return refuse(checkNotFound(check, incident.checks));
  if (isVerdict(status)) return refuse(checkCompleted(check, status));
  if (status === 'STARTED') return accept();
  const trips = checkOutOfOrder(check, incident);
  return { ...accept({ type: 'CheckStarted', data: { check } }), trips };
};
