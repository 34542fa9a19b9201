import { describe, expect, it } from '@jest/globals';
import {
  action,
  contained,
  declared,
  expired,
  finished,
  given,
  grace,
  incidentId,
  known,
  otherAction,
  proposed,
  rejected,
  resolved,
  started,
} from '../../../../test/support/given-incident.js';
import { sampleId } from '../../../../test/support/given.js';
import { startAction } from './start-action.js';
import type { StartAction } from './start-action.js';

const command: StartAction = {
  action,
  start: sampleId('evt', 'start'),
  target: 'service/checkout',
  kind: 'ROLLBACK',
  intent: 'CONTAIN',
};
const ownId = { space: 'client-id', key: action, holder: command.start };
const claim = { space: 'target', key: 'service/checkout', holder: action };

describe('startAction', () => {
  it('gives the action its target for a quarter of an hour', () => {
    const decision = given(declared).when(startAction, command).then(started());
    expect(decision).toMatchObject({
      take: [ownId, claim],
      due: [{ kind: 'lease', subject: action, at: '2019-07-02T14:15:00.000000Z' }],
    });
    expect(decision.release).toBeUndefined();
  });

  it('normalises the target, and records what is done', () => {
    given(declared, contained)
      .when(startAction, { ...command, target: ' Service/Checkout ', remark: 'Roll back 4711' })
      .then(started({ remark: 'Roll back 4711' }));
  });

  it('counts the lease from the clock, not from when it is said to have happened', () => {
    given(declared)
      .when(
        startAction,
        { ...command, leaseMinutes: 90 },
        { occurredAt: '2019-07-02T12:00:00.000000Z' },
      )
      .then(started({ lease: 'PT90M', leaseUntil: '2019-07-02T15:30:00.000000Z' }));
  });

  it('claims the target to fix', () => {
    const { take } = given(declared)
      .when(startAction, { ...command, intent: 'FIX' })
      .then(started({ intent: 'FIX' }));
    expect(take).toMatchObject([ownId, claim]);
  });

  it('claims nothing to diagnose', () => {
    const { take } = given(declared)
      .when(startAction, { ...command, kind: 'QUERY', intent: 'DIAGNOSE' })
      .then(started({ kind: 'QUERY', intent: 'DIAGNOSE' }));
    expect(take).toMatchObject([ownId]);
  });

  it('leaves a conflict with an open action of this incident to the reservation', () => {
    const { take = [] } = given(declared, started())
      .when(startAction, { ...command, action: otherAction })
      .then(started({ action: otherAction }));
    const by = { key: 'service', holder: action, streamId: incidentId };
    expect(take.map(({ refusal }) => refusal(by))).toMatchObject([
      { code: 'ACTION_EXISTS', action: otherAction, path: ['input', 'action'] },
      {
        code: 'ACTION_CONFLICT',
        openAction: action,
        target: 'service',
        incident: incidentId,
        path: ['input', 'target'],
      },
    ]);
  });

  it('is already true while the same action is open, also after resolution', () => {
    const again = { ...command, target: 'SERVICE/checkout', start: sampleId('evt', 'again') };
    given(declared, started()).when(startAction, again, known()).thenNothing();
    given(declared, started(), resolved).when(startAction, again, known()).thenNothing();
  });

  it('starts another action of the same kind once the first has ended', () => {
    given(declared, started(), finished())
      .when(startAction, { ...command, action: otherAction })
      .then(started({ action: otherAction }));
  });
});

describe('startAction of a proposal', () => {
  it.each([
    ['PROPOSED', false],
    ['APPROVED', true],
  ] as const)('that is %s needs its id no more, and takes the target', (status, isApproved) => {
    const { take } = given(declared, proposed())
      .when(startAction, command, known({ status }))
      .then(started({ approved: isApproved }));
    expect(take).toMatchObject([claim]);
  });

  it('knows the target by its alias', () => {
    const aliases = [{ alias: 'shop', target: 'service/checkout' }];
    given(declared, proposed())
      .when(
        startAction,
        { ...command, target: 'shop' },
        { ...known({ status: 'PROPOSED' }), aliases },
      )
      .then(started({ approved: false, givenTarget: 'shop' }));
  });

  it('may be of a target that has become an alias since, and claims what that stands for', () => {
    const aliases = [{ alias: 'service/checkout', target: 'shop/checkout' }];
    const { take } = given(declared, proposed())
      .when(startAction, command, { ...known({ status: 'PROPOSED' }), aliases })
      .then(
        started({
          ...{ target: 'shop/checkout', givenTarget: 'service/checkout', approved: false },
        }),
      );
    expect(take).toMatchObject([{ space: 'target', key: 'shop/checkout' }]);
  });

  it('is refused with other words', () => {
    given(declared, proposed())
      .when(startAction, { ...command, kind: 'RESTART' }, known({ status: 'APPROVED' }))
      .thenRefused({ code: 'ACTION_EXISTS', action });
  });

  it.each(['REJECTED', 'WITHDRAWN'] as const)('is refused when it is %s', (status) => {
    given(declared, proposed(), rejected)
      .when(startAction, command, known({ status, decidedBy: grace, reason: 'Too slow' }))
      .thenRefused({
        code: 'ACTION_TURNED_DOWN',
        status,
        decidedBy: grace,
        reason: 'Too slow',
        path: ['input', 'action'],
      });
  });
});

describe('startAction, refused', () => {
  it.each(['EXPIRED', 'FINISHED'] as const)('for the id of an action that is %s', (status) => {
    given(declared, started(), expired)
      .when(startAction, command, known({ status }))
      .thenRefused('ACTION_EXISTS');
  });

  it.each([
    { target: 'service/search' },
    { kind: 'RESTART' },
    { intent: 'FIX' },
    { target: '!' },
  ] satisfies Partial<StartAction>[])('for an id that is open with another %j', (difference) => {
    given(declared, started())
      .when(startAction, { ...command, ...difference }, known())
      .thenRefused({ code: 'ACTION_EXISTS', action });
  });

  it('for a target that is none', () => {
    given(declared)
      .when(startAction, { ...command, target: 'Checkout Service' })
      .thenRefused({
        code: 'TARGET_INVALID',
        suggestion: 'checkout-service',
        path: ['input', 'target'],
      });
  });

  it.each([0, 1441, 1.5, NaN])('for a lease of %d minutes', (leaseMinutes) => {
    given(declared)
      .when(startAction, { ...command, leaseMinutes })
      .thenRefused({ code: 'LEASE_INVALID', minMinutes: 1, maxMinutes: 1440 });
  });

  it('after resolution', () => {
    given(declared, resolved)
      .when(startAction, command)
      .thenRefused({
        code: 'WRONG_PHASE',
        phase: 'RESOLVED',
        allowed: ['INVESTIGATING', 'CONTAINED'],
      });
  });

  it('with fifty open actions', () => {
    const many = Array.from({ length: 50 }, (_, index) =>
      started({ action: sampleId('act', `many${index}`), intent: 'DIAGNOSE' }),
    );
    given(declared, ...many.slice(1))
      .when(startAction, command)
      .then(started());
    given(declared, ...many)
      .when(startAction, command)
      .thenRefused({ code: 'TOO_MANY_OPEN_ACTIONS', open: 50 });
  });

  it('with all that is wrong at once', () => {
    given(declared, resolved)
      .when(startAction, { ...command, leaseMinutes: 0, target: '' })
      .thenRefused('WRONG_PHASE', 'LEASE_INVALID', 'TARGET_INVALID');
  });

  it('without an incident', () => {
    given().when(startAction, command).thenRefused('INCIDENT_NOT_FOUND');
  });
});
