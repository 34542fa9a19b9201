import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { byGrace, byTool, incidentFold } from '../../../test/support/given-incident.js';
import { foldInOrder, happened, sampleId, usualFacts } from '../../../test/support/given.js';
import { ReservationSet } from '../../../test/support/reservation-set.js';
import { RowSet } from '../../../test/support/row-set.js';
import type { Decision, Facts } from '../../kernel/decision.js';
import type { FoldedEvent } from '../../kernel/event.js';
import { incidentKind } from '../incident.kind.js';
import type { Action, ActionFacts } from './actions/action.js';
import { addNote } from './log/add-note.js';
import { assessScope } from './scope/assess-scope.js';
import type { AssessScope, AssessScopeFacts } from './scope/assess-scope.js';
import * as choices from './choices.js';
import { declareContained } from './containment/declare-contained.js';
import { declareIncident } from './life/declare-incident.js';
import { incidentEvents } from './events.js';
import type { IncidentEvent } from './events.js';
import { finishAction } from './actions/finish-action.js';
import { applies, evolve, initialIncident } from './incident.js';
import type { Incident } from './incident.js';
import { publishUpdate } from './communication/publish-update.js';
import { resolveIncident } from './life/resolve-incident.js';
import type { IncidentRefusal } from './refusals.js';
import type { IncidentRule } from './rule.js';
import { startAction } from './actions/start-action.js';
import { takeCommand } from './command/take-command.js';

/** What the facts of a rule are read from. */
type Past = {
  readonly streamId: string;
  readonly incident: Incident;
  readonly rows: RowSet;
  readonly event: (id: string) => FoldedEvent<IncidentEvent> | undefined;
};
type Told<F extends Facts> = Omit<F, keyof Facts>;

/** A command by somebody in one of two incidents, ready to be decided on what it meets. */
type Attempt = {
  readonly incident: 0 | 1;
  readonly actor: Facts['actor'];
  /** Whether it asks for a state, so that asking again changes nothing. */
  readonly isStateLike: boolean;
  readonly decide: (past: Past, facts: Facts) => Decision<IncidentEvent, IncidentRefusal>;
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

const attempts = <C, F extends Facts = Facts>(
  rule: IncidentRule<C, F>,
  commands: fc.Arbitrary<C>,
  isStateLike: boolean,
  told: (command: C, past: Past) => Told<F> = () => ({}) as Told<F>,
): fc.Arbitrary<Attempt> =>
  fc.record({
    incident: fc.constantFrom(0 as const, 1 as const),
    actor: fc.constantFrom(usualFacts.actor, byGrace.actor, byTool.actor),
    isStateLike: fc.constant(isStateLike),
    decide: commands.map(
      (command): Attempt['decide'] =>
        (past, facts) =>
          rule(command, past.incident, { ...facts, ...told(command, past) } as unknown as F),
    ),
  });

const knownAction = (
  { action: id }: { readonly action: string },
  { rows, streamId }: Past,
): ActionFacts => {
  const row = rows.find('actions', id);
  return row?.['incident'] === streamId
    ? { known: { ...(row as unknown as Action), action: id, isOpen: row['finished_at'] === null } }
    : {};
};
const latestScope = (_: unknown, { incident, event }: Past): Told<AssessScopeFacts> => {
  if (incident.status === 'undeclared' || incident.scope === null) return {};
  const found = event(incident.scope.event);
  return found?.type === 'ScopeAssessed'
    ? { latestScope: { event: found.id, scope: found.data } }
    : {};
};

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
  knownAction,
);
const endings = attempts(
  finishAction,
  fc.record({ action, outcome: valueOf(choices.actionOutcome) }),
  false,
  knownAction,
);
const others = fc.oneof(
  declarations,
  attempts(takeCommand, fc.constant({}), true),
  attempts(assessScope, scope, true, latestScope),
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
  readonly rows = new RowSet();
  private readonly reservations = new ReservationSet();

  /** How many events the attempt added, or undefined if it was refused. */
  run({ incident, actor, decide }: Attempt): number | undefined {
    const streamId = incidents[incident];
    const before = this.states[incident];
    const past = this.events[incident];
    const event = (id: string) => this.happenings(incident).find((one) => one.id === id);
    const meets = { streamId, incident: before, rows: this.rows, event };
    const decision = decide(meets, { ...usualFacts, actor });
    if (!('events' in decision)) return undefined;
    if (this.reservations.append(decision, streamId).length > 0) return undefined;
    const from = past.length;
    const named = decision.events.map((one, index) => ({
      ...one,
      id: eventId(incident, from + index + 1),
    }));
    const after = foldInOrder(incidentFold, named, before, from);
    past.push(...decision.events);
    const events = this.happenings(incident).slice(from);
    this.states[incident] = after;
    this.rows.write(incidentKind.rows({ streamId, before, after, events }));
    return decision.events.length;
  }

  private happenings(incident: 0 | 1): FoldedEvent<IncidentEvent>[] {
    return this.events[incident].map((one, index) => ({
      ...happened(one, index + 1),
      id: eventId(incident, index + 1),
    }));
  }
}

const eventId = (incident: number, version: number) => sampleId('evt', `${incident}e${version}`);
const incidents = [sampleId('inc', '0'), sampleId('inc', '1')] as const;
const logOf = (history: readonly Attempt[]): Log => {
  const log = new Log();
  for (const attempt of history) log.run(attempt);
  return log;
};
const openActions = ({ rows }: Log) =>
  rows.all('actions').filter((row) => row['finished_at'] === null) as unknown as Action[];

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
