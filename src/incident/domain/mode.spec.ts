import { describe, expect, it } from '@jest/globals';
import { accepted, offered } from '../../../test/support/given-command.js';
import {
  action,
  byGrace,
  commandTaken,
  declared,
  expired,
  given,
  grace,
  incidentId,
  known,
  started,
} from '../../../test/support/given-incident.js';
import { expireLease } from './actions/expire-lease.js';
import { extendAction } from './actions/extend-action.js';
import { finishAction } from './actions/finish-action.js';
import { startAction } from './actions/start-action.js';
import { builtIn } from '../../../test/support/given-playbook.js';
import type { Mode } from './choices.js';
import { clocksOf } from './clocks/clock.js';
import { acceptCommand } from './command/accept-command.js';
import { expireOffer } from './command/expire-offer.js';
import { offerCommand } from './command/offer-command.js';
import { promiseUpdate } from './communication/promise-update.js';
import { bindReference } from './references/bind-reference.js';

const now = '2026-03-01T12:00:00.000000Z';
const then = '2019-07-02T14:00:00.000000Z';
/** Entered in 2026 of what happened in 2019. */
const afterwards = { now, occurredAt: then };
const inMode = (mode: Mode) => ({ ...declared, data: { ...declared.data, mode } }) as const;
const retrospective = inMode('RETROSPECTIVE');

const work = { target: 'service/checkout', kind: 'ROLLBACK', intent: 'CONTAIN' } as const;
const start = { action, start: 'evt', ...work };
const decided = (mode: Mode) => {
  const { state, when } = given(inMode(mode));
  expect(state).toMatchObject({ mode });
  return when(startAction, start, afterwards);
};
const inLease = (leaseUntil: string) => started({ leaseUntil, approved: undefined });

describe('an action', () => {
  it('of a drill claims what real ones do not meet, and a conflict names the target', () => {
    const real = decided('REAL').then(inLease('2026-03-01T12:15:00.000000Z'));
    const drill = decided('DRILL').then(inLease('2026-03-01T12:15:00.000000Z'));
    expect(real.take?.[1]).toMatchObject({ space: 'target', key: 'service/checkout' });
    const claim = drill.take?.[1];
    expect(claim).toMatchObject({ space: 'target', key: 'drill:/service/checkout' });
    const by = { key: 'drill:/service', holder: action, streamId: incidentId };
    expect(claim?.refusal(by)).toMatchObject({ code: 'ACTION_CONFLICT', target: 'service' });
    const finish = { action, outcome: 'WORKED' } as const;
    for (const [mode, key] of [
      ['REAL', 'service/checkout'],
      ['DRILL', 'drill:/service/checkout'],
    ] as const) {
      const past = given(inMode(mode), started());
      const expiry = past.when(expireLease, { action }, { ...known(), now });
      expect(expiry.then(expired).release).toMatchObject([{ key }]);
      const { release } = past
        .when(finishAction, finish, known())
        .then({ type: 'ActionFinished', data: { ...finish, evidence: [] } });
      expect(release).toMatchObject([{ key }]);
    }
  });

  it('of long ago claims nothing, waits for nothing, and had its lease then', () => {
    const { take, due } = decided('RETROSPECTIVE').then(inLease('2019-07-02T14:15:00.000000Z'));
    expect(take).toMatchObject([{ space: 'client-id' }]);
    expect(due).toEqual([]);
    const past = given(retrospective, started());
    const extended = past
      .when(extendAction, { action, minutes: 30 }, { ...known(), ...afterwards })
      .then({
        type: 'ActionExtended',
        data: { action, lease: 'PT30M', leaseUntil: '2019-07-02T14:30:00.000000Z' },
      });
    expect(extended).toMatchObject({ due: [] });
    expect(extended.take).toBeUndefined();
    const expiry = past.when(expireLease, { action }, { ...known(), ...afterwards }).then();
    expect(expiry.due).toEqual([{ kind: 'lease', subject: action, at: null }]);
  });
});

describe('what is written down afterwards', () => {
  it('has offers that end by an answer alone', () => {
    const past = given(retrospective, commandTaken);
    const asked = { ...afterwards, mayRespond: true, grants: {} };
    const { due } = past.when(offerCommand, { to: grace }, asked).then({
      type: 'CommandOffered',
      data: { term: 1, member: grace, until: '2019-07-02T14:05:00.000000Z' },
    });
    expect(due).toEqual([]);
    const withOffer = given(retrospective, commandTaken, offered);
    withOffer.when(expireOffer, { member: grace }, afterwards).then();
    withOffer.when(offerCommand, { to: grace }, asked).thenNothing();
    withOffer
      .when(acceptCommand, {}, { ...afterwards, ...byGrace, roles: [] })
      .then(accepted, { type: 'ResponderJoined', data: { member: grace, as: 'RESPONDER' } });
  });

  it('has promises of its own time', () => {
    const at = '2019-07-02T14:30:00.000000Z';
    given(retrospective)
      .when(promiseUpdate, { audience: 'CUSTOMERS', at }, afterwards)
      .then({ type: 'NextUpdatePromised', data: { audience: 'CUSTOMERS', promisedFor: at } });
    given(declared)
      .when(promiseUpdate, { audience: 'CUSTOMERS', at }, afterwards)
      .thenRefused('PROMISE_TIME_INVALID');
  });

  it('has no clocks; a drill has them as what is real', () => {
    const clocks = (mode: Mode) =>
      clocksOf(given(inMode(mode)).state, builtIn).map(({ nudge }) => nudge);
    expect(clocks('RETROSPECTIVE')).toEqual([]);
    expect(clocks('DRILL')).toEqual(clocks('REAL'));
    expect(clocks('DRILL')).toContain('NO_COMMANDER');
  });
});

describe('a chat channel', () => {
  it('serves a real incident and a drill beside it, and is free for what is long over', () => {
    const channel = { kind: 'CHAT_CHANNEL', system: 'chat', externalId: 'C1' } as const;
    const taken = (mode: Mode) => {
      const { kind: referenceKind, system, externalId: externalKey } = channel;
      return given(inMode(mode))
        .when(bindReference, channel, { itself: incidentId })
        .then({ type: 'ReferenceBound', data: { referenceKind, system, externalKey } })
        .take?.map(({ key }) => key);
    };
    expect(taken('REAL')).toEqual(['["chat","C1"]']);
    expect(taken('DRILL')).toEqual(['["chat","C1","drill"]']);
    expect(taken('RETROSPECTIVE')).toEqual([]);
  });
});
