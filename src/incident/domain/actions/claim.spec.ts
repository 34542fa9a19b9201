import { describe, expect, it } from '@jest/globals';
import {
  action,
  declared,
  expired,
  given,
  known,
  otherAction,
  started,
} from '../../../../test/support/given-incident.js';
import { sampleId } from '../../../../test/support/given.js';
import type { Stop } from '../guardrails/met.js';
import { extendAction } from './extend-action.js';
import { startAction } from './start-action.js';

const command = {
  action,
  start: sampleId('evt', 'start'),
  target: 'service/checkout',
  kind: 'ROLLBACK',
  intent: 'CONTAIN',
} as const;
const ownId = { space: 'client-id', key: action, holder: command.start };
const claim = { space: 'target', key: 'service/checkout', holder: action };
const by = { key: 'service', holder: otherAction, streamId: sampleId('inc', '7') };
const conflict = { guardrail: 'CONFLICTING_ACTION', subject: 'service/checkout' };

describe('the claim of an action', () => {
  it('is taken while nobody else is known to have the target', () => {
    const decision = given(declared).when(startAction, command).then(started());
    expect(decision).toMatchObject({ take: [ownId, claim] });
    expect(decision.share).toBeUndefined();
  });

  it('is shared with somebody who has it, and meets the guardrail beside all others', () => {
    const decision = given(declared).when(startAction, command, { heldBy: by }).then(started());
    expect(decision).toMatchObject({
      take: [{ key: action }],
      share: [claim],
      trips: [{ guardrail: 'NO_COMMANDER' }, { guardrail: 'SCOPE_BEFORE_TOUCH' }, conflict],
    });
  });

  it('comes to the same when somebody takes it meanwhile', async () => {
    const [early, late] = [
      given(declared).when(startAction, command, { heldBy: by }).then(started()),
      given(declared).when(startAction, command).then(started()),
    ];
    const instead = await late.take?.at(-1)?.otherwise?.(by);
    expect(JSON.stringify(instead)).toBe(JSON.stringify(early));
  });

  it('is shared after expiry too, with whoever has the target by then', () => {
    const extended = { lease: 'PT30M', leaseUntil: '2019-07-02T14:30:00.000000Z' };
    const decision = given(declared, started(), expired)
      .when(extendAction, { action, minutes: 30 }, { ...known({ status: 'EXPIRED' }), heldBy: by })
      .then({ type: 'ActionExtended', data: { action, ...extended, afterExpiry: true } });
    expect(decision).toMatchObject({ share: [claim], trips: [conflict] });
    expect(decision.take).toBeUndefined();
  });

  it('says how to go on: with a reason, or by the commander', () => {
    const decision = given(declared).when(startAction, command, { heldBy: by }).then(started());
    const { trips } = decision as unknown as {
      trips: { refusal?: (stop: Stop) => object }[];
    };
    const refusal = trips.at(-1)?.refusal;
    expect(refusal?.({ mode: 'REASON', lacks: 'REASON' })).toMatchObject({
      code: 'ACTION_CONFLICT',
      message:
        'service is held by an open action: join it, wait until it is finished, or say in override.reason why to go on',
      path: ['input', 'target'],
      openAction: otherAction,
      target: 'service',
      incident: by.streamId,
    });
    expect(refusal?.({ mode: 'BLOCK', lacks: 'COMMANDER' })).toMatchObject({
      message: expect.stringMatching(/or have the commander go on, with override.reason$/),
    });
  });
});
