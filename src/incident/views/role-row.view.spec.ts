import { describe, expect, it } from '@jest/globals';
import { assigned, joined, lin, released, scribe } from '../../../test/support/given-command.js';
import { ada, byGrace, byTool, grace, incidentId } from '../../../test/support/given-incident.js';
import { happened, sampleId } from '../../../test/support/given.js';
import { roleRows } from './role-row.view.js';

const at = '2019-07-02T13:42:00.000000Z';

describe('the row of a role', () => {
  it('is written under the event that assigned it', () => {
    const event = happened({ ...assigned(), ...byTool }, 3);
    expect(roleRows([event], incidentId)).toEqual([
      {
        table: 'roles',
        id: scribe.assignment,
        columns: {
          incident: incidentId,
          nth: 3,
          role: 'SCRIBE',
          subject: null,
          member: grace,
          assigned_at: at,
          assigned_by: byTool.actor.id,
          released_at: null,
          released_by: null,
          reassigned_to: null,
        },
      },
    ]);
    const expert = assigned({ incidentRole: 'SUBJECT_EXPERT', subject: 'PostgreSQL' });
    expect(roleRows([happened(expert, 7)], incidentId)).toMatchObject([
      { id: sampleId('evt', '7'), columns: { role: 'SUBJECT_EXPERT', subject: 'PostgreSQL' } },
    ]);
  });

  it('is completed when the role is released, and says who has it instead', () => {
    const end = { released_at: at, released_by: grace };
    expect(roleRows([happened({ ...released(), ...byGrace }, 3)], incidentId)).toEqual([
      { table: 'roles', id: scribe.assignment, columns: { ...end, reassigned_to: null } },
    ]);
    const takenOver = happened(released({ reassignedTo: lin }), 3);
    expect(roleRows([takenOver], incidentId)).toEqual([
      {
        table: 'roles',
        id: scribe.assignment,
        columns: { released_at: at, released_by: ada, reassigned_to: lin },
      },
    ]);
  });

  it('is left alone by everything else', () => {
    expect(roleRows([happened(joined(ada), 1)], incidentId)).toEqual([]);
  });
});
