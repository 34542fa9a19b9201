import { describe, expect, it } from '@jest/globals';
import {
  action,
  approved,
  expired,
  finished,
  proposed,
  rejected,
  started,
  withdrawn,
} from '../../../../test/support/given-incident.js';
import { sentence } from '../../../../test/support/sentence.js';
import type { IncidentEvent } from '../events.js';

const lease = { lease: 'PT30M', leaseUntil: '2019-07-02T14:30:00.000000Z' };

describe('the events of actions', () => {
  it.each<[IncidentEvent, string]>([
    [
      proposed({ remark: 'Back to 4711' }),
      'Ada proposed a rollback of service/checkout to contain: Back to 4711',
    ],
    [approved, 'Ada approved the rollback of service/checkout'],
    [
      { type: 'ActionApproved', data: { action, remark: 'Go' } },
      'Ada approved the rollback of service/checkout: Go',
    ],
    [rejected, 'Ada rejected the rollback of service/checkout: Too slow'],
    [withdrawn, 'Ada withdrew the rollback of service/checkout'],
    [started({ approved: true }), 'Ada started a rollback of service/checkout to contain'],
    [
      { type: 'ActionExtended', data: { action, ...lease } },
      'Ada extended the rollback of service/checkout until 2019-07-02 14:30 UTC',
    ],
    [
      { type: 'ActionExtended', data: { action, ...lease, afterExpiry: true } },
      'Ada extended the rollback of service/checkout until 2019-07-02 14:30 UTC, after its lease had expired',
    ],
    [expired, 'The lease of the rollback of service/checkout expired'],
    [finished({ afterExpiry: true }), 'Ada finished the rollback of service/checkout (it worked)'],
  ])('read as a log: %#', (event, says) => {
    expect(sentence(event)).toBe(says);
  });
});
