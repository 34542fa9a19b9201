import { describe, expect, it } from '@jest/globals';
import { assigned, joined, lin, released } from '../../../../test/support/given-command.js';
import { ada, grace } from '../../../../test/support/given-incident.js';
import { sentence } from '../../../../test/support/sentence.js';
import type { IncidentEvent } from '../events.js';

const expert = { incidentRole: 'SUBJECT_EXPERT', subject: 'PostgreSQL' } as const;

describe('the events of roles', () => {
  it.each<[IncidentEvent, string]>([
    [assigned(), 'Ada made Grace scribe'],
    [
      assigned({ incidentRole: 'COMMUNICATIONS_LEAD', remark: 'Every 30 minutes' }),
      'Ada made Grace communications lead: Every 30 minutes',
    ],
    [assigned(expert), 'Ada made Grace expert on PostgreSQL'],
    [
      assigned({ incidentRole: 'CUSTOM', subject: 'night shift lead', member: ada }),
      'Ada made Ada night shift lead',
    ],
    [released(), 'Grace is no longer scribe'],
    [
      released({ ...expert, remark: 'It is not the database' }),
      'Grace is no longer expert on PostgreSQL: It is not the database',
    ],
    [
      released({ incidentRole: 'OPERATIONS_LEAD', reassignedTo: lin }),
      'Grace is no longer operations lead: Lin takes over',
    ],
    [joined(grace), 'Grace joined as a responder'],
    [joined(grace, 'OBSERVER'), 'Grace joined as an observer'],
    [{ type: 'ResponderLeft', data: { member: grace } }, 'Grace left'],
  ])('read as a log: %#', (event, says) => {
    expect(sentence(event)).toBe(says);
  });
});
