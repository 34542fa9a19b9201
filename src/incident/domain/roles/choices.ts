import { choice } from '../../../kernel/field.js';
import type { ValueOf } from '../../../kernel/field.js';

export const incidentRole = choice(
  'IncidentRole',
  'What somebody is responsible for in an incident, beside command',
  {
    COMMUNICATIONS_LEAD: 'Keeps those who wait for news informed: one person',
    SCRIBE: 'Keeps the log: one person',
    OPERATIONS_LEAD: 'Leads the hands-on work: one person',
    SUBJECT_EXPERT: 'Knows the subject that is named: any number of people',
    CUSTOM: 'Any other role, under the name that is given: one person for each name',
  },
);
export type IncidentRole = ValueOf<typeof incidentRole>;

export const participation = choice('Participation', 'How somebody takes part in an incident', {
  RESPONDER: 'Works on it',
  OBSERVER: 'Follows it, and does not work on it',
});
export type Participation = ValueOf<typeof participation>;
