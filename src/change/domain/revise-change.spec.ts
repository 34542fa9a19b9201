import { describe, expect, it } from '@jest/globals';
import { change, deploy, given, recorded } from '../../../test/support/given-change.js';
import { usualFacts } from '../../../test/support/given.js';
import type { ChangeEvent } from './events.js';
import { reviseChange } from './revise-change.js';
import type { ReviseChange } from './revise-change.js';

const { changeKind: _kind, origin: _origin, ...words } = deploy;
const revised = (differences: Partial<ReviseChange>): ChangeEvent => ({
  type: 'ChangeRevised',
  data: { ...words, ...differences } as typeof words,
});
const ended = {
  finishedAt: '2019-07-02T13:44:00.000000Z',
  changeStatus: 'SUCCEEDED',
} as const;

describe('reviseChange', () => {
  it('records all that is known now, and looks for no incidents while the time stays', () => {
    const decision = given(recorded).when(reviseChange, { change, ...ended });
    expect(decision.then(revised(ended)).due).toEqual([]);
  });

  it('adds to what was revised before', () => {
    given(recorded, revised(ended))
      .when(reviseChange, { change, changeStatus: 'ROLLED_BACK' })
      .then(revised({ ...ended, changeStatus: 'ROLLED_BACK' }));
  });

  it.each<Partial<ReviseChange>>([
    { title: 'Old cart' },
    { service: 'cart' },
    { release: '2' },
    { environment: 'staging' },
    { by: 'hubot' },
    { links: [] },
  ])('revises %j', (differences) => {
    given(recorded)
      .when(reviseChange, { change, ...differences })
      .then(revised(differences));
  });

  it('has incidents looked for when it began at another time', () => {
    const startedAt = '2019-07-02T13:00:00.000000Z';
    const decision = given(recorded).when(reviseChange, { change, startedAt });
    expect(decision.then(revised({ startedAt })).due).toEqual([
      { kind: 'suspects', subject: 'incidents', at: usualFacts.now },
    ]);
  });

  it('is already true when nothing new is said', () => {
    given(recorded).when(reviseChange, { change }).thenNothing();
    given(recorded, revised(ended))
      .when(reviseChange, { change, ...ended })
      .thenNothing();
  });

  it('refuses an end before the start, whichever of them is revised', () => {
    given(recorded, revised(ended))
      .when(reviseChange, { change, startedAt: '2019-07-02T13:50:00.000000Z' })
      .thenRefused('CHANGE_TIMES_INVALID');
    given(recorded)
      .when(reviseChange, { change, finishedAt: '2019-07-02T13:00:00.000000Z' })
      .thenRefused('CHANGE_TIMES_INVALID');
  });

  it('refuses a change that was never recorded', () => {
    given()
      .when(reviseChange, { change, ...ended })
      .thenRefused('CHANGE_NOT_FOUND');
  });
});
