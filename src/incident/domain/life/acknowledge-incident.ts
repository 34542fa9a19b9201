import { accept, refuse } from '../../../kernel/decision.js';
import type { IncidentRule } from '../rule.js';
import { incidentNotFound, personRequired } from './refusals.js';

export type AcknowledgeIncident = Readonly<Record<string, never>>;

/** For people: a tool that has sent a page knows of the incident, and does not look after it. */
export const acknowledgeIncident: IncidentRule<AcknowledgeIncident> = (
  _command,
  incident,
  { actor },
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  if (actor.kind !== 'MEMBER') return refuse(personRequired());
  return incident.acknowledgedAt === null
    ? accept({ type: 'IncidentAcknowledged', data: {} })
    : accept();
};
