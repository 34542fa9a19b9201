import { describe, expect, it } from '@jest/globals';
import {
  action,
  byGrace,
  byTool,
  commandTaken,
  finished,
  incidentId,
  started,
} from '../../../test/support/given-incident.js';
import { happened } from '../../../test/support/given.js';
import { actionRows } from './action-row.view.js';

describe('the row of an action', () => {
  it('is written at the start, by whoever acted', () => {
    const start = happened({ ...started({ remark: 'Back to 4711' }), ...byTool }, 1);
    expect(actionRows([start], incidentId)).toEqual([
      {
        table: 'actions',
        id: action,
        columns: {
          incident: incidentId,
          target: 'service/checkout',
          kind: 'ROLLBACK',
          intent: 'CONTAIN',
          description: 'Back to 4711',
          started_by: byTool.actor.id,
          started_at: '2019-07-02T13:40:00.000000Z',
          lease_until: '2019-07-02T14:15:00.000000Z',
          outcome: null,
          finished_at: null,
        },
      },
    ]);
  });

  it('is completed at the end', () => {
    const end = happened({ ...finished({ outcome: 'NO_EFFECT' }), ...byGrace }, 2);
    expect(actionRows([end], incidentId)).toEqual([
      {
        table: 'actions',
        id: action,
        columns: { outcome: 'NO_EFFECT', finished_at: '2019-07-02T13:41:00.000000Z' },
      },
    ]);
  });

  it('has a description only if one was given', () => {
    expect(actionRows([happened(started(), 1)], incidentId)).toMatchObject([
      { columns: { description: null } },
    ]);
  });

  it('is left alone by everything else', () => {
    expect(actionRows([happened(commandTaken, 1)], incidentId)).toEqual([]);
  });
});
