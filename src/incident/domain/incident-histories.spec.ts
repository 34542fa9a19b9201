import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { incidentFold } from '../../../test/support/given-incident.js';
import { foldInOrder, happened } from '../../../test/support/given.js';
import { actionsAttempts } from '../../../test/support/histories/actions.js';
import { commandAttempts } from '../../../test/support/histories/command.js';
import { communicationAttempts } from '../../../test/support/histories/communication.js';
import { containmentAttempts } from '../../../test/support/histories/containment.js';
import { declarations, lifeAttempts, resolutions } from '../../../test/support/histories/life.js';
import { eventId, Log, logOf } from '../../../test/support/histories/log-of-two.js';
import { logAttempts } from '../../../test/support/histories/log.js';
import { scopeAttempts } from '../../../test/support/histories/scope.js';
import type { Action } from './actions/action.js';
import { incidentEvents } from './events.js';
import { applies, evolve, initialIncident } from './incident.js';

const everyday = [
  ...lifeAttempts,
  ...commandAttempts,
  ...scopeAttempts,
  ...containmentAttempts,
  ...communicationAttempts,
  ...logAttempts,
];
const work = fc.oneof(
  { weight: 60, arbitrary: fc.oneof(...actionsAttempts) },
  { weight: 20, arbitrary: fc.oneof(...everyday) },
  { weight: 2, arbitrary: resolutions },
);
const histories = fc
  .tuple(
    fc.array(declarations, { minLength: 2, maxLength: 4 }),
    fc.array(work, { minLength: 10, maxLength: 80, size: 'max' }),
  )
  .map(([first, then]) => [...first, ...then]);

const openActions = ({ rows }: Log) =>
  rows.all('actions').filter((row) => row['status'] === 'STARTED') as unknown as Action[];

describe('whatever happens in two incidents', () => {
  it('is not little', () => {
    const happenings = fc
      .sample(histories, { numRuns: 100, seed: 42 })
      .flatMap((history) => logOf(history).events.flat());
    for (const type of Object.keys(incidentEvents))
      expect(happenings.filter((one) => one.type === type).length).toBeGreaterThan(20);
  });

  it('folds in order, to a state that survives storage', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { events, states } = logOf(history);
        const folded = events.map((past, incident) =>
          foldInOrder(
            incidentFold,
            past.map((event, index) => ({ ...event, id: eventId(incident, index + 1) })),
          ),
        );
        expect(folded).toEqual(states);
        expect(JSON.parse(JSON.stringify(states))).toStrictEqual(states);
      }),
    );
  });

  it('folds out of order without throwing, past what makes no sense', () => {
    const shuffled = histories.chain((history) => {
      const past = logOf(history).events.flat();
      return fc.shuffledSubarray(past.map((event, index) => happened(event, index + 1)));
    });
    fc.assert(
      fc.property(shuffled, (events) => {
        events.reduce((state, event) => {
          const next = evolve(state, event);
          if (!applies(state, event)) expect(next).toBe(state);
          return next;
        }, initialIncident);
      }),
    );
  });

  it('takes no second event to say what is already true', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const log = new Log();
        for (const attempt of history)
          if (log.run(attempt) !== undefined && attempt.isStateLike)
            expect(log.run(attempt)).toBe(0);
      }),
    );
  });

  it('has one commander, and terms that count up from one', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { events, states } = logOf(history);
        events.forEach((past, index) => {
          const terms = past.flatMap(({ type, data }) => (type === 'CommandTaken' ? [data] : []));
          expect(terms).toMatchObject(terms.map((_, nth) => ({ term: nth + 1 })));
          expect(terms.length).toBeLessThanOrEqual(1);
          expect(states[index]).toMatchObject(
            terms.length === 0 ? {} : { commander: { member: terms.at(-1)?.member } },
          );
        });
      }),
    );
  });

  it('has no two open actions on one target, nor on one within the other', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const claimed = openActions(logOf(history))
          .filter(({ intent }) => intent !== 'DIAGNOSE')
          .map(({ target: claim }) => `${claim}/`);
        claimed.forEach((one, index) => {
          const others = claimed.filter((_, other) => other !== index);
          expect(others.filter((other) => other.startsWith(one))).toEqual([]);
        });
      }),
    );
  });

  it('never starts one action twice', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const ids = logOf(history)
          .events.flat()
          .flatMap((event) => (event.type === 'ActionStarted' ? [event.data.action] : []));
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});
