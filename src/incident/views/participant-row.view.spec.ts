import { describe, expect, it } from '@jest/globals';
import { assigned, joined } from '../../../test/support/given-command.js';
import { grace, incidentId } from '../../../test/support/given-incident.js';
import { happened } from '../../../test/support/given.js';
import type { IncidentEvent } from '../domain/events.js';
import { participantRows } from './participant-row.view.js';

const id = `${incidentId} ${grace}`;
const at = '2019-07-02T13:40:00.000000Z';
const ofGrace = { incident: incidentId, member: grace };
const left: IncidentEvent = { type: 'ResponderLeft', data: { member: grace } };
const sight = { incident: incidentId, viewer: grace };

describe('the rows of a participant', () => {
  it('say how they take part, and give sight of the incident', () => {
    expect(participantRows([happened(joined(grace, 'OBSERVER'), 1)], incidentId)).toEqual([
      {
        table: 'participants',
        id,
        columns: { ...ofGrace, participation: 'OBSERVER', joined_at: at, left_at: null },
      },
      { table: 'sight', id, columns: { ...sight, participates: true } },
    ]);
  });

  it('keep how they took part when they leave, and take sight away', () => {
    expect(participantRows([happened(left, 1)], incidentId)).toEqual([
      { table: 'participants', id, columns: { ...ofGrace, left_at: at } },
      { table: 'sight', id, columns: { ...sight, participates: false } },
    ]);
  });

  it('are left alone by everything else', () => {
    expect(participantRows([happened(assigned(), 1)], incidentId)).toEqual([]);
  });
});
