import { describe, expect, it } from '@jest/globals';
import {
  byGrace,
  byTool,
  commandTaken,
  declared,
  given,
  incidentId,
} from '../../../test/support/given-incident.js';
import { happened, sampleId } from '../../../test/support/given.js';
import type { IncidentEvent } from '../domain/events.js';
import { updateRows } from './update-row.view.js';

const published: IncidentEvent = {
  type: 'UpdatePublished',
  data: { audience: 'STATUS_PAGE', text: 'Hm' },
};
const promised: IncidentEvent = {
  type: 'NextUpdatePromised',
  data: { audience: 'STATUS_PAGE', promisedFor: '2019-07-02T14:30:00.000000Z' },
};
const id = sampleId('evt', '2');
const before = given(declared).state;

describe('the row of an update', () => {
  it('is written when it is published, by whoever acted', () => {
    const event = happened({ ...published, ...byTool }, 2);
    expect(updateRows([event], before, incidentId)).toEqual([
      {
        table: 'updates',
        id,
        columns: {
          incident: incidentId,
          version: 2,
          audience: 'STATUS_PAGE',
          text: 'Hm',
          status: null,
          components: [],
          published_at: '2019-07-02T13:41:00.000000Z',
          published_by: byTool.actor.id,
          next_update_at: null,
          retracted_at: null,
          retracted_by: null,
          retraction_reason: null,
        },
      },
    ]);
  });

  it('tells the status and the components that were given', () => {
    const components = [{ name: 'Cart', status: 'MAJOR_OUTAGE' }] as const;
    const data = { ...published.data, status: 'IDENTIFIED', components } as const;
    const event = happened<IncidentEvent>({ type: 'UpdatePublished', data }, 2);
    expect(updateRows([event], before, incidentId)).toMatchObject([
      { columns: { status: 'IDENTIFIED', components } },
    ]);
  });

  it('tells by when the next was promised, if there was one to promise it beside', () => {
    const event = happened(promised, 3);
    expect(updateRows([event], given(declared, published, promised).state, incidentId)).toEqual([
      { table: 'updates', id, columns: { next_update_at: '2019-07-02T14:30:00.000000Z' } },
    ]);
    expect(updateRows([event], given(declared, promised).state, incidentId)).toEqual([]);
  });

  it('is completed by its retraction', () => {
    const retracted: IncidentEvent = {
      type: 'UpdateRetracted',
      data: { audience: 'STATUS_PAGE', update: id, reason: 'Wrong' },
    };
    const event = happened({ ...retracted, ...byGrace }, 3);
    expect(updateRows([event], before, incidentId)).toEqual([
      {
        table: 'updates',
        id,
        columns: {
          retracted_at: '2019-07-02T13:42:00.000000Z',
          retracted_by: byGrace.actor.id,
          retraction_reason: 'Wrong',
        },
      },
    ]);
  });

  it('is left alone by everything else', () => {
    expect(updateRows([happened(commandTaken, 2)], before, incidentId)).toEqual([]);
  });
});
