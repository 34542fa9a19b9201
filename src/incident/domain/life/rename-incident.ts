import { accept, refuse } from '../../../kernel/decision.js';
import type { IncidentRule } from '../rule.js';
import { incidentNotFound } from './refusals.js';

export type RenameIncident = { readonly title: string };

/** Open in every phase: the review may find better words. */
export const renameIncident: IncidentRule<RenameIncident> = ({ title }, incident) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  return incident.title === title ? accept() : accept({ type: 'IncidentRenamed', data: { title } });
};
