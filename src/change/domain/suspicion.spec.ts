import { describe, expect, it } from '@jest/globals';
import { sampleId } from '../../../test/support/given.js';
import { change, deploy, given, recorded } from '../../../test/support/given-change.js';
import type { ChangeEvent, RecordChange } from './events.js';
import { finishLook } from './suspicion.js';

const first = sampleId('evt', '1');
const revised = (words: Partial<RecordChange>): ChangeEvent => {
  const { changeKind: _kind, origin: _origin, ...before } = deploy;
  return { type: 'ChangeRevised', data: { ...before, ...words, change } };
};

describe('finishLook', () => {
  it('clears what was due', () => {
    const decision = given(recorded).when(finishLook, { saidBy: first });
    expect(decision.then().due).toEqual([{ kind: 'suspects', subject: 'incidents', at: null }]);
  });

  it('clears it also when other words were said meanwhile', () => {
    const decision = given(recorded, revised({ title: 'Old cart' })).when(finishLook, {
      saidBy: first,
    });
    expect(decision.then().due).toHaveLength(1);
  });

  it('leaves it due when the time was said anew while it was looked at, also if it is as before', () => {
    const moved = revised({ startedAt: '2019-07-02T13:00:00.000000Z' });
    given(recorded, moved).when(finishLook, { saidBy: first }).thenNothing();
    given(recorded, moved, revised({})).when(finishLook, { saidBy: first }).thenNothing();
  });
});
