import { accept, refuse } from '../../../kernel/decision.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';

export type OpenIncident = { readonly reason?: string | undefined };

/** Grants stay: guests need them, and the incident may be restricted again. */
export const openIncident: IncidentRule<OpenIncident> = ({ reason }, incident) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  return incident.restricted ? accept({ type: 'IncidentOpened', data: { reason } }) : accept();
};
