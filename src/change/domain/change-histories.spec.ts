import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { change, changeFold } from '../../../test/support/given-change.js';
import { foldInOrder, happened, usualFacts } from '../../../test/support/given.js';
import type { Decision } from '../../kernel/decision.js';
import { applies, evolve, initialChange } from './change.js';
import type { Change } from './change.js';
import type { ChangeEvent, RecordChange } from './events.js';
import { changeEvents } from './events.js';
import { recordChange } from './record-change.js';
import type { ChangeRefusal } from './refusals.js';
import { reviseChange } from './revise-change.js';
import type { ReviseChange } from './revise-change.js';

type Attempt = (change: Change, first?: RecordChange) => Decision<ChangeEvent, ChangeRefusal>;

const title = fc.constantFrom('one', 'two');
const time = fc.constantFrom(
  '2019-07-02T13:00:00.000000Z',
  '2019-07-02T13:30:00.000000Z',
  '2019-07-02T15:00:00.000000Z',
);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const records = fc
  .record({
    title,
    startedAt: time,
    finishedAt: maybe(time),
    changeKind: fc.constantFrom('DEPLOY' as const, 'FLAG' as const),
  })
  .map((said): Attempt => {
    const command: RecordChange = { change, links: [], ...said };
    return (state, first) => recordChange(command, state, { ...usualFacts, first });
  });
const revisions = fc
  .record({ title: maybe(title), startedAt: maybe(time), finishedAt: maybe(time) })
  .map((said): Attempt => {
    const command: ReviseChange = { change, ...said };
    return (state) => reviseChange(command, state, usualFacts);
  });
const histories = fc.array(fc.oneof(records, revisions), { minLength: 2, maxLength: 30 });

const logOf = (history: readonly Attempt[]) => {
  let state = initialChange;
  const events: ChangeEvent[] = [];
  const run = (attempt: Attempt): number | undefined => {
    const first = events.find((event) => event.type === 'ChangeRecorded')?.data;
    const decision = attempt(state, first);
    if (!('events' in decision)) return undefined;
    state = foldInOrder(changeFold, decision.events, state, events.length);
    events.push(...decision.events);
    return decision.events.length;
  };
  for (const attempt of history) if (run(attempt) !== undefined) expect(run(attempt)).toBe(0);
  return { events, state };
};

describe('whatever is told of a change', () => {
  it('is not little', () => {
    const happenings = fc
      .sample(histories, { numRuns: 100, seed: 42 })
      .flatMap((history) => logOf(history).events);
    for (const type of Object.keys(changeEvents))
      expect(happenings.filter((one) => one.type === type).length).toBeGreaterThan(20);
  });

  it('is recorded once, folds in order, and is true when said again', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { events, state } = logOf(history);
        expect(foldInOrder(changeFold, events)).toEqual(state);
        const records = events.filter(({ type }) => type === 'ChangeRecorded');
        expect(records.length).toBeLessThanOrEqual(1);
        if (state.status === 'recorded')
          expect((state.words.finishedAt ?? '9') >= state.words.startedAt).toBe(true);
      }),
    );
  });

  it('folds out of order without throwing, past what makes no sense', () => {
    const shuffled = histories.chain((history) =>
      fc.shuffledSubarray(logOf(history).events.map((event, index) => happened(event, index + 1))),
    );
    fc.assert(
      fc.property(shuffled, (events) => {
        events.reduce((state, event) => {
          const next = evolve(state, event);
          if (!applies(state, event)) expect(next).toBe(state);
          return next;
        }, initialChange);
      }),
    );
  });
});
