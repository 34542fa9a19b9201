import type { Consequence, DueTime } from '../../../kernel/decision.js';
import type { FoldedEvent } from '../../../kernel/event.js';
import type { Instant } from '../../../kernel/instant.js';
import type { Playbook } from '../../../playbook/domain/playbook.js';
import type { IncidentEvent } from '../events.js';
import type { Incident } from '../state.js';
import { clockName, clocksOf, countsFrom } from './clock.js';
import type { Clock } from './clock.js';
import { timeOf } from './due.js';
import type { Due } from './due.js';
import type { Nudges } from './state.js';
import { clocksOfThings, tellsOfThings, thingsAfter } from './things.js';
import type { Things } from './things.js';

/** What has happened in an incident, each state with the playbook that it runs. */
export type Turn = {
  readonly before: Incident;
  readonly after: Incident;
  readonly playbookBefore: Playbook;
  readonly playbookAfter: Playbook;
  readonly events: readonly FoldedEvent<IncidentEvent>[];
};

/** What clocks have to do with a turn. */
export type Change = {
  readonly events: readonly IncidentEvent[];
  /** Those that no longer run, or have reminded already. */
  readonly stopped: readonly string[];
  readonly started: readonly Clock[];
};

/** Without reading any: those of the incident as a whole go on as they do. */
export const noThings: Things = { things: [], thingNudges: {} };

/** The kind of due time that clocks have. */
export const clockDue = (name: string, at: Instant | null): DueTime => ({
  kind: 'nudge',
  subject: name,
  at,
});

/** Whether a turn may start, move or stop the clocks of things, so that they have to be read. */
export const concernsThings = ({ before, after, events }: Turn): boolean => {
  if (before.status === 'undeclared' || after.status === 'undeclared') return false;
  return (
    events.some(tellsOfThings) ||
    before.phase !== after.phase ||
    before.severity !== after.severity ||
    before.playbook !== after.playbook
  );
};

/** Which clocks start, move and stop by a turn, and which reminders are taken back. */
export const changeOf = (turn: Turn, { things, thingNudges }: Things): Change => {
  const { before, after, playbookBefore, playbookAfter, events } = turn;
  const then = byName([
    ...clocksOf(before, playbookBefore),
    ...clocksOfThings(things, before, playbookBefore),
  ]);
  const now = byName([
    ...clocksOf(after, playbookAfter),
    ...clocksOfThings(thingsAfter(things, events), after, playbookAfter),
  ]);
  const nudges: Nudges = after.status === 'undeclared' ? {} : { ...after.nudges, ...thingNudges };
  const cleared = Object.entries(nudges).filter(
    ([name, { causedBy }]) => now.get(name)?.since.by !== causedBy,
  );
  return {
    events: cleared.map(([name, { causedBy }]) => nudgeCleared(name, causedBy)),
    stopped: [...new Set([...then.keys(), ...cleared.map(([name]) => name)])].filter(
      (name) => !now.has(name),
    ),
    started: [...now].flatMap(([name, clock]) =>
      nudges[name]?.causedBy === clock.since.by || isTheSame(then.get(name), clock) ? [] : [clock],
    ),
  };
};

/** The events that started clocks count from, of which the time has to be read. */
export const causesOf = ({ started }: Change, { events }: Turn): readonly string[] => {
  const ofTurn = new Set(events.map(({ id }) => id));
  const causes = started.map(({ since }) => countsFrom(since));
  return [...new Set(causes)].filter((cause) => !ofTurn.has(cause));
};

/** What clocks do by themselves, once it is known when what they count from was recorded. */
export const followClocks = (
  { events, stopped, started }: Change,
  now: Instant,
  recordedAt: ReadonlyMap<string, Instant>,
): Consequence<IncidentEvent> => ({
  events,
  due: [
    ...stopped.map((name) => clockDue(name, null)),
    ...started.map((clock) =>
      clockDue(clockName(clock), timeOf(clock.due, recordedAt.get(countsFrom(clock.since)) ?? now)),
    ),
  ],
});

const byName = (clocks: readonly Clock[]): ReadonlyMap<string, Clock> =>
  new Map(clocks.map((clock) => [clockName(clock), clock]));

const nudgeCleared = (name: string, causedBy: string): IncidentEvent => {
  const [nudge, about] = name.split(' ');
  return { type: 'NudgeCleared', data: { nudge: nudge as Clock['nudge'], about, causedBy } };
};

const isTheSame = (before: Clock | undefined, after: Clock): boolean =>
  before?.since.by === after.since.by && isAsLong(before.due, after.due);

const isAsLong = (before: Due, after: Due): boolean =>
  JSON.stringify(before) === JSON.stringify(after);
