import { describe, expect, it } from '@jest/globals';
import {
  action,
  declared,
  expired,
  given,
  known,
  resolved,
  started,
} from '../../../../test/support/given-incident.js';
import type { ActionStatus } from './choices.js';
import { expireLease } from './expire-lease.js';

const atTheEnd = { now: '2019-07-02T14:15:00.000000Z' };
const cleared = [{ kind: 'lease', subject: action, at: null }];

describe('expireLease', () => {
  it('frees the target when the lease is over, in every phase', () => {
    const there = given(declared, started());
    const decision = there.when(expireLease, { action }, { ...known(), ...atTheEnd }).then(expired);
    expect(decision).toMatchObject({
      release: [{ space: 'target', key: 'service/checkout', holder: action }],
      due: cleared,
    });
    given(declared, started(), resolved)
      .when(expireLease, { action }, { ...known(), ...atTheEnd })
      .then(expired);
  });

  it('looks again later when the lease was extended', () => {
    const decision = given(declared, started())
      .when(expireLease, { action }, { ...known(), now: '2019-07-02T14:14:59.999999Z' })
      .then();
    expect(decision).toEqual({
      events: [],
      due: [{ kind: 'lease', subject: action, at: '2019-07-02T14:15:00.000000Z' }],
    });
  });

  it.each<ActionStatus>(['EXPIRED', 'FINISHED'])('leaves alone what is %s', (status) => {
    const decision = given(declared, started())
      .when(expireLease, { action }, { ...known({ status }), ...atTheEnd })
      .then();
    expect(decision).toEqual({ events: [], due: cleared });
  });

  it('leaves alone what is not there', () => {
    expect(given(declared).when(expireLease, { action }).then()).toEqual({
      events: [],
      due: cleared,
    });
    given().when(expireLease, { action }).thenRefused('INCIDENT_NOT_FOUND');
  });
});
