import { accept, refuse } from '../../../kernel/decision.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import { checkCompleted, checkNotFound } from './refusals.js';
import { isVerdict, statusOf } from './state.js';

export type SkipCheck = { readonly check: string; readonly reason: string };

export const skipCheck: IncidentRule<SkipCheck> = ({ check, reason }, incident) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const status = statusOf(incident, check);
  if (status === undefined) return refuse(checkNotFound(check, incident.checks));
  if (isVerdict(status)) return refuse(checkCompleted(check, status));
  return status === 'SKIPPED'
    ? accept()
    : accept({ type: 'CheckSkipped', data: { check, reason } });
};
