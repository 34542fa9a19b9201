import { describe, expect, it } from '@jest/globals';
import { action, ada, incidentId } from '../../../test/support/given-incident.js';
import { ago, earlierAttempts } from './earlier-attempts.js';
import type { ActionView } from '../views/actions.query.js';

const now = '2019-07-02T14:00:00.000000Z';

const attempt = (differences: Partial<ActionView>): ActionView => ({
  id: action,
  incident: incidentId,
  target: 'service/checkout',
  kind: 'ROLLBACK',
  intent: 'CONTAIN',
  status: 'FINISHED',
  remark: null,
  beganAt: '2019-06-29T13:00:00.000000Z',
  proposedBy: null,
  proposedAt: null,
  decidedBy: null,
  decidedAt: null,
  reason: null,
  startedBy: { kind: 'MEMBER', id: ada },
  startedAt: '2019-06-29T13:00:00.000000Z',
  leaseUntil: '2019-06-29T13:15:00.000000Z',
  outcome: 'NO_EFFECT',
  outcomeRemark: null,
  evidence: [],
  finishedBy: null,
  finishedAt: '2019-06-29T14:00:00.000000Z',
  ...differences,
});

describe('how long ago something was', () => {
  it.each([
    ['2019-06-29T14:00:00.000000Z', '3 days ago'],
    ['2019-07-01T14:00:00.000000Z', '1 day ago'],
    ['2019-07-01T14:00:01.000000Z', '23 hours ago'],
    ['2019-07-02T13:00:00.000000Z', '1 hour ago'],
    ['2019-07-02T13:01:00.000000Z', '59 minutes ago'],
    ['2019-07-02T13:59:01.000000Z', 'just now'],
    ['2019-07-02T14:03:00.000000Z', 'just now'], // whoever reported it has a fast clock
  ])('%s was %s', (then, words) => {
    expect(ago(then, now)).toBe(words);
  });
});

describe('the notice of earlier attempts', () => {
  it('is none without them', () => {
    expect(earlierAttempts({ total: 0, newest: [] }, now)).toEqual([]);
  });

  it('says what came of them', () => {
    const newest = [attempt({ status: 'EXPIRED', outcome: null, finishedAt: null }), attempt({})];
    expect(earlierAttempts({ total: 2, newest }, now)).toEqual([
      {
        code: 'EARLIER_ATTEMPTS',
        message:
          `Tried 2 times before: lease expired 3 days ago in ${incidentId} by ${ada}; ` +
          `NO_EFFECT 3 days ago in ${incidentId} by ${ada}`,
        attempts: newest,
      },
    ]);
  });

  it('counts all of them, and tells of three', () => {
    const newest = Array.from({ length: 10 }, () => attempt({}));
    const [notice] = earlierAttempts({ total: 12, newest }, now);
    expect(notice?.message).toMatch(/^Tried 12 times before: ([^;]+; ){3}and more$/);
    const [once] = earlierAttempts({ total: 1, newest: newest.slice(0, 1) }, now);
    expect(once?.message).toMatch(/^Tried once before: NO_EFFECT 3 days ago/);
  });
});
