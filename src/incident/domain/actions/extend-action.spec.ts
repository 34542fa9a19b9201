import { describe, expect, it } from '@jest/globals';
import {
  action,
  declared,
  expired,
  given,
  known,
  otherAction,
  resolved,
  started,
} from '../../../../test/support/given-incident.js';
import { sampleId } from '../../../../test/support/given.js';
import type { ActionStatus } from './choices.js';
import { extendAction } from './extend-action.js';

const command = { action, minutes: 30 };
const lease = { lease: 'PT30M', leaseUntil: '2019-07-02T14:30:00.000000Z' };
const extended = { type: 'ActionExtended', data: { action, ...lease } } as const;
const due = [{ kind: 'lease', subject: action, at: lease.leaseUntil }];

describe('extendAction', () => {
  it('takes no target again once the incident is over', () => {
    given(declared, started(), expired, resolved)
      .when(extendAction, command, known({ status: 'EXPIRED' }))
      .thenRefused('WRONG_PHASE');
  });

  it('counts from now, in every phase, and takes nothing anew', () => {
    const decision = given(declared, started()).when(extendAction, command, known()).then(extended);
    expect(decision).toEqual({ events: [extended], due });
    given(declared, started(), resolved).when(extendAction, command, known()).then(extended);
  });

  it('may shorten the lease', () => {
    given(declared, started())
      .when(extendAction, { action, minutes: 5 }, known())
      .then({
        type: 'ActionExtended',
        data: { action, lease: 'PT5M', leaseUntil: '2019-07-02T14:05:00.000000Z' },
      });
  });

  it('is already true of a lease that ends then', () => {
    given(declared, started())
      .when(extendAction, command, known({ leaseUntil: lease.leaseUntil }))
      .thenNothing();
  });

  it('takes the target again after expiry', () => {
    const there = given(declared, started(), expired);
    expect(there.state).toMatchObject({ openActions: 0 });
    const decision = there
      .when(extendAction, command, known({ status: 'EXPIRED' }))
      .then({ ...extended, data: { ...extended.data, afterExpiry: true } });
    expect(decision).toMatchObject({
      take: [{ space: 'target', key: 'service/checkout', holder: action }],
      due,
    });
    const by = { key: 'service', holder: otherAction, streamId: sampleId('inc', '7') };
    expect(decision.take?.map(({ refusal }) => refusal(by))).toMatchObject([
      { code: 'ACTION_CONFLICT', openAction: otherAction, target: 'service' },
    ]);
  });

  it('has no target to take again for a diagnosis', () => {
    const { take } = given(declared, started({ intent: 'DIAGNOSE' }), expired)
      .when(extendAction, command, known({ status: 'EXPIRED', intent: 'DIAGNOSE' }))
      .then({ ...extended, data: { ...extended.data, afterExpiry: true } });
    expect(take).toBeUndefined();
  });

  it('refuses to open a fifty-first action, and not to extend one of fifty', () => {
    const fifty = Array.from({ length: 50 }, (_, index) =>
      started({ action: sampleId('act', `many${index}`), intent: 'DIAGNOSE' }),
    );
    const there = given(declared, started(), expired, ...fifty);
    there
      .when(extendAction, command, known({ status: 'EXPIRED' }))
      .thenRefused({ code: 'TOO_MANY_OPEN_ACTIONS', open: 50 });
    there.when(extendAction, command, known()).then(extended);
  });

  it.each([0, 1441, 1.5, NaN])('refuses %d minutes', (minutes) => {
    given(declared, started())
      .when(extendAction, { action, minutes }, known())
      .thenRefused({ code: 'LEASE_INVALID', path: ['input', 'minutes'] });
  });

  it.each<ActionStatus>(['PROPOSED', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'FINISHED'])(
    'refuses what is %s',
    (status) => {
      given(declared)
        .when(extendAction, command, known({ status }))
        .thenRefused({ code: 'ACTION_NOT_OPEN', action });
    },
  );

  it('refuses what was never started, and without an incident', () => {
    given(declared).when(extendAction, command).thenRefused('ACTION_NOT_OPEN');
    given().when(extendAction, command).thenRefused('INCIDENT_NOT_FOUND');
  });
});
