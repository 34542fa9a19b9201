import { describe, expect, it } from '@jest/globals';
import type { IncidentEvent } from '../events.js';
import { sentence } from '../../../../test/support/sentence.js';

const corrected = (data: object): IncidentEvent => ({
  type: 'ImpactStartCorrected',
  data: { impactStartedAt: '2019-07-02T13:42:00.000000Z', evidence: [], ...data },
});

describe('the events of scope', () => {
  it.each<[object, string]>([
    [
      { impactStartWas: '2019-07-02T13:30:59.000000Z', reason: 'As the metrics say' },
      'Ada corrected the start of the impact from 2019-07-02 13:30 UTC to 2019-07-02 13:42 UTC: As the metrics say',
    ],
    [{}, 'Ada corrected the start of the impact to 2019-07-02 13:42 UTC'],
  ])('read as a log: %#', (data, says) => {
    expect(sentence(corrected(data))).toBe(says);
  });
});
