import { incidentEvents } from '../../src/incident/domain/events.js';
import type { IncidentEvent } from '../../src/incident/domain/events.js';
import { followUp } from './given-after.js';
import { lin } from './given-command.js';
import { action, ada, change, grace } from './given-incident.js';

const known: Readonly<Record<string, string>> = {
  [ada]: 'Ada',
  [grace]: 'Grace',
  [lin]: 'Lin',
  [action]: 'the rollback of service/checkout',
  [change]: 'New cart',
  [followUp]: 'the follow-up "Limit the WAF"',
};

/** The timeline sentence of an event by Ada. */
export const sentence = ({ type, data }: IncidentEvent): string =>
  (incidentEvents[type].says as (data: IncidentEvent['data'], by: object) => string)(data, {
    actor: 'Ada',
    of: (id: string) => known[id] ?? id,
  });
