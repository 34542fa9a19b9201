import { describe, expect, it } from '@jest/globals';
import { sampleId } from '../../../../test/support/given.js';
import { sentence } from '../../../../test/support/sentence.js';
import type { IncidentEvent } from '../events.js';

const update = sampleId('evt', '2');

describe('the events of communication', () => {
  it.each<[IncidentEvent, string]>([
    [
      { type: 'UpdatePublished', data: { audience: 'INTERNAL', text: 'Hm' } },
      'Ada published an internal update: Hm',
    ],
    [
      {
        type: 'UpdatePublished',
        data: { audience: 'STATUS_PAGE', text: 'Hm', status: 'MONITORING' },
      },
      'Ada published an update on the status page (monitoring): Hm',
    ],
    [
      {
        type: 'NextUpdatePromised',
        data: { audience: 'STATUS_PAGE', promisedFor: '2019-07-02T14:30:59.000000Z' },
      },
      'Ada promised readers of the status page the next update by 2019-07-02 14:30 UTC',
    ],
    [
      { type: 'UpdateRetracted', data: { audience: 'CUSTOMERS', update, reason: 'Too\nearly' } },
      'Ada retracted an update for customers: Too early',
    ],
  ])('read as a log: %#', (event, says) => {
    expect(sentence(event)).toBe(says);
  });
});
