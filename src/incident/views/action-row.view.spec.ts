import { describe, expect, it } from '@jest/globals';
import {
  action,
  ada,
  approved,
  byGrace,
  byTool,
  commandTaken,
  expired,
  finished,
  grace,
  incidentId,
  proposed,
  rejected,
  started,
  withdrawn,
} from '../../../test/support/given-incident.js';
import { happened, sampleId } from '../../../test/support/given.js';
import type { IncidentEvent } from '../domain/events.js';
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
          status: 'STARTED',
          began_at: '2019-07-02T13:40:00.000000Z',
          target: 'service/checkout',
          kind: 'ROLLBACK',
          intent: 'CONTAIN',
          description: 'Back to 4711',
          started_by: byTool.actor.id,
          started_at: '2019-07-02T13:40:00.000000Z',
          lease_until: '2019-07-02T14:15:00.000000Z',
          leased_by: start.id,
        },
      },
    ]);
  });

  it('is completed at the end', () => {
    const end = happened(
      { ...finished({ outcome: 'NO_EFFECT', remark: 'Still failing' }), ...byGrace },
      2,
    );
    expect(actionRows([end], incidentId)).toEqual([
      {
        table: 'actions',
        id: action,
        columns: {
          status: 'FINISHED',
          outcome: 'NO_EFFECT',
          outcome_remark: 'Still failing',
          evidence: [],
          finished_by: grace,
          finished_at: '2019-07-02T13:41:00.000000Z',
        },
      },
    ]);
  });

  it('begins with a proposal, whose time and words the start leaves alone', () => {
    const [proposal, start] = [
      happened(proposed({ remark: 'Back to 4711' }), 1),
      happened({ ...started({ approved: true }), ...byGrace }, 3),
    ];
    expect(actionRows([proposal], incidentId)).toMatchObject([
      {
        columns: {
          status: 'PROPOSED',
          description: 'Back to 4711',
          began_at: '2019-07-02T13:40:00.000000Z',
          proposed_by: ada,
          proposed_at: '2019-07-02T13:40:00.000000Z',
        },
      },
    ]);
    const [row] = actionRows([start], incidentId);
    expect(row?.columns).toMatchObject({ status: 'STARTED', started_by: grace });
    expect(row?.columns).not.toHaveProperty('began_at');
    expect(row?.columns).not.toHaveProperty('description');
  });

  it('says who decided on the proposal, and why', () => {
    const by = { decided_by: grace, decided_at: '2019-07-02T13:41:00.000000Z' };
    expect(
      [approved, rejected, withdrawn].map(
        (event) => actionRows([happened({ ...event, ...byGrace }, 2)], incidentId)[0]?.columns,
      ),
    ).toEqual([
      { status: 'APPROVED', ...by },
      { status: 'REJECTED', ...by, reason: 'Too slow' },
      { status: 'WITHDRAWN', ...by, reason: null },
    ]);
  });

  it('follows the lease', () => {
    const extended: IncidentEvent = {
      type: 'ActionExtended',
      data: { action, lease: 'PT5M', leaseUntil: '2019-07-02T14:20:00.000000Z', afterExpiry: true },
    };
    expect(
      [expired, extended].map((event) => actionRows([happened(event, 2)], incidentId)[0]?.columns),
    ).toEqual([
      { status: 'EXPIRED' },
      {
        status: 'STARTED',
        lease_until: '2019-07-02T14:20:00.000000Z',
        leased_by: sampleId('evt', '2'),
      },
    ]);
  });

  it('is left alone by everything else', () => {
    expect(actionRows([happened(commandTaken, 1)], incidentId)).toEqual([]);
  });
});
