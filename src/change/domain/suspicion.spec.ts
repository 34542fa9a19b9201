import { describe, expect, it } from '@jest/globals';
import { deploy, given, recorded } from '../../../test/support/given-change.js';
import { finishLook } from './suspicion.js';

describe('finishLook', () => {
  it('clears what was due', () => {
    const decision = given(recorded).when(finishLook, { startedAt: deploy.startedAt });
    expect(decision.then().due).toEqual([{ kind: 'suspects', subject: 'incidents', at: null }]);
  });

  it('leaves it due when the change got another time while it was looked at', () => {
    given(recorded).when(finishLook, { startedAt: '2019-07-02T13:00:00.000000Z' }).thenNothing();
  });
});
