import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { byGrace, byTool, incidentFold } from '../../../test/support/given-incident.js';
import { foldInOrder, happened, sampleId, usualFacts } from '../../../test/support/given.js';
import { ReservationSet } from '../../../test/support/reservation-set.js';
import type { Decision } from '../../kernel/decision.js';
import { addNote } from './add-note.js';
import { assessScope } from './assess-scope.js';
import type { AssessScope, AssessScopeFacts } from './assess-scope.js';
import * as choices from './choices.js';
import { declareContained } from './declare-contained.js';
import { declareIncident } from './declare-incident.js';
import { incidentEvents } from './events.js';
import type { IncidentEvent } from './events.js';
import { finishAction } from './finish-action.js';
import { applies, evolve, initialIncident } from './incident.js';
import type { Incident } from './incident.js';
import { publishUpdate } from './publish-update.js';
import { resolveIncident } from './resolve-incident.js';
import type { IncidentRefusal } from './refusals.js';
import type { IncidentRule } from './rule.js';
import { startAction } from './start-action.js';
import { takeCommand } from './take-command.js';

/** A command by somebody in one of two incidents, ready to be decided on the state it meets. */
type Attempt = {
  readonly incident: 0 | 1;
  readonly actor: AssessScopeFacts['actor'];
  /** Whether it asks for a state, so that asking again changes nothing. */
  readonly isStateLike: boolean;
  readonly decide: (
    incident: Incident,
    facts: AssessScopeFacts,
  ) => Decision<IncidentEvent, IncidentRefusal>;
};

const valueOf = <V extends string>(of: { readonly values: Readonly<Record<V, string>> }) =>
  fc.constantFrom(...(Object.keys(of.values) as V[]));
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const words = fc.constantFrom('one', 'two');
const term = maybe(fc.nat(2));
const action = fc.nat(19).map((n) => sampleId('act', String(n)));
const target = fc.constantFrom(
  'db',
  'db/orders',
  'db/orders/eu',
  'db2',
  'Flag/New',
  'flag/new',
  '?',
);

const scope: fc.Arbitrary<AssessScope> = fc.record({
  extent: valueOf(choices.scopeExtent),
  features: fc.array(words, { maxLength: 1 }),
  affected: valueOf(choices.scopeAudience),
  segments: fc.array(
    fc.record({ kind: valueOf(choices.segmentKind), values: fc.array(words, { maxLength: 2 }) }),
    { maxLength: 1 },
  ),
  estimate: maybe(fc.nat(2)),
});

const attempts = <C>(
  rule: IncidentRule<C, AssessScopeFacts>,
  commands: fc.Arbitrary<C>,
  isStateLike: boolean,
): fc.Arbitrary<Attempt> =>
  fc.record({
    incident: fc.constantFrom(0 as const, 1 as const),
    actor: fc.constantFrom(usualFacts.actor, byGrace.actor, byTool.actor),
    isStateLike: fc.constant(isStateLike),
    decide: commands.map(
      (command): Attempt['decide'] =>
        (incident, facts) =>
          rule(command, incident, facts),
    ),
  });

const declarations = attempts(
  declareIncident,
  fc.record({
    incident: fc.constant('inc'),
    number: fc.integer({ min: 1, max: 9 }),
    title: words,
    severity: valueOf(choices.severity),
    mode: valueOf(choices.mode),
  }),
  true,
);
const starts = attempts(
  startAction,
  fc.record({
    action,
    start: fc.uuid(),
    target,
    kind: valueOf(choices.actionKind),
    intent: valueOf(choices.actionIntent),
  }),
  true,
);
const endings = attempts(
  finishAction,
  fc.record({ action, outcome: valueOf(choices.actionOutcome) }),
  false,
);
const others = fc.oneof(
  declarations,
  attempts(takeCommand, fc.constant({}), true),
  attempts(assessScope, scope, true),
  attempts(addNote, fc.record({ text: words }), false),
  attempts(
    publishUpdate,
    fc.record({ audience: valueOf(choices.updateAudience), text: words }),
    false,
  ),
  attempts(declareContained, fc.record({ term }), true),
);
const resolutions = attempts(resolveIncident, fc.record({ term }), true);
const work = fc.oneof(
  { weight: 10, arbitrary: starts },
  { weight: 10, arbitrary: endings },
  { weight: 20, arbitrary: others },
  { weight: 1, arbitrary: resolutions },
);
const histories = fc
  .tuple(
    fc.array(declarations, { minLength: 2, maxLength: 4 }),
    fc.array(work, { minLength: 10, maxLength: 80, size: 'max' }),
  )
  .map(([first, then]) => [...first, ...then]);

/** Two incidents of one organization, as the service and the ledger would keep them. */
class Log {
  readonly events: [IncidentEvent[], IncidentEvent[]] = [[], []];
  readonly states: [Incident, Incident] = [initialIncident, initialIncident];
  private readonly reservations = new ReservationSet();

  /** How many events the attempt added, or undefined if it was refused. */
  run({ incident, actor, decide }: Attempt): number | undefined {
    const state = this.states[incident];
    const decision = decide(state, { ...usualFacts, actor, ...this.latestScope(incident) });
    if (!('events' in decision)) return undefined;
    if (this.reservations.append(decision, `inc${incident}`).length > 0) return undefined;
    const past = this.events[incident];
    this.states[incident] = foldInOrder(incidentFold, decision.events, state, past.length);
    past.push(...decision.events);
    return decision.events.length;
  }

  private latestScope(incident: 0 | 1): Pick<AssessScopeFacts, 'latestScope'> {
    const state = this.states[incident];
    if (state.status === 'undeclared' || state.scope === null) return {};
    const { event } = state.scope;
    const found = this.events[incident]
      .map((one, index) => happened(one, index + 1))
      .find(({ id }) => id === event);
    return found?.type === 'ScopeAssessed' ? { latestScope: { event, scope: found.data } } : {};
  }
}

const logOf = (history: readonly Attempt[]): Log => {
  const log = new Log();
  for (const attempt of history) log.run(attempt);
  return log;
};
const open = (state: Incident) => (state.status === 'declared' ? state.openActions : []);

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
        const folded = events.map((past) => foldInOrder(incidentFold, past));
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
        const claimed = logOf(history)
          .states.flatMap(open)
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
