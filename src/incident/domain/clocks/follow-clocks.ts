import type { Consequence, DueTime } from '../../../kernel/decision.js';
import { plusSeconds } from '../../../kernel/instant.js';
import type { Instant } from '../../../kernel/instant.js';
import type { IncidentEvent } from '../events.js';
import type { Incident } from '../state.js';
import { clockName } from './clock.js';
import type { Clock } from './clock.js';

/** The clocks of an incident before some events, and after them. */
export type Turn = {
  readonly after: Incident;
  readonly clocksBefore: readonly Clock[];
  readonly clocksAfter: readonly Clock[];
  readonly now: Instant;
  /** When the clocks are due that run already, by name. Strict: rows of the incident. */
  readonly dueAt: ReadonlyMap<string, Instant>;
};

/** The kind of due time that clocks have. */
export const clockDue = (name: string, at: Instant | null): DueTime => ({
  kind: 'nudge',
  subject: name,
  at,
});

/** Whether it takes the due times of the clocks that run to follow. */
export const isReset = ({
  clocksBefore,
  clocksAfter,
}: Pick<Turn, 'clocksBefore' | 'clocksAfter'>) =>
  clocksAfter.some((clock) => {
    const before = clocksBefore.find((one) => clockName(one) === clockName(clock));
    return before?.causedBy === clock.causedBy && lengthOf(before) !== lengthOf(clock);
  });

/** What clocks do by themselves when an incident has changed: start, stop, and take back reminders. */
export const followClocks = (turn: Turn): Consequence<IncidentEvent> => {
  const { after, clocksBefore, clocksAfter } = turn;
  const before = byName(clocksBefore);
  const now = byName(clocksAfter);
  const nudges = after.status === 'undeclared' ? {} : after.nudges;
  const cleared = Object.entries(nudges).filter(
    ([name, { causedBy }]) => now.get(name)?.causedBy !== causedBy,
  );
  const names = new Set([...before.keys(), ...now.keys(), ...cleared.map(([name]) => name)]);
  return {
    events: cleared.map(([name]) => nudgeCleared(name)),
    due: [...names].flatMap((name) => {
      const clock = now.get(name);
      const stands = clock !== undefined && nudges[name]?.causedBy === clock.causedBy;
      return stands ? [] : dueOf(name, before.get(name), clock, turn);
    }),
  };
};

const byName = (clocks: readonly Clock[]): ReadonlyMap<string, Clock> =>
  new Map(clocks.map((clock) => [clockName(clock), clock]));

const nudgeCleared = (name: string): IncidentEvent => {
  const [nudge, about] = name.split(' ');
  return { type: 'NudgeCleared', data: { nudge: nudge as Clock['nudge'], about } };
};

const dueOf = (
  name: string,
  before: Clock | undefined,
  clock: Clock | undefined,
  { now, dueAt }: Turn,
): readonly DueTime[] => {
  if (clock === undefined) return [clockDue(name, null)];
  const goesOn = before?.causedBy === clock.causedBy ? before : undefined;
  if (goesOn && lengthOf(goesOn) === lengthOf(clock)) return [];
  return [clockDue(name, 'at' in clock.due ? clock.due.at : plusSeconds(since(), clock.due.after))];

  function since(): Instant {
    const was = dueAt.get(name);
    return was && goesOn && 'after' in goesOn.due ? plusSeconds(was, -goesOn.due.after) : now;
  }
};

const lengthOf = ({ due }: Clock): number | Instant => ('at' in due ? due.at : due.after);
