import fc from 'fast-check';
import { nudge } from '../../../src/incident/domain/choices.js';
import { clockName } from '../../../src/incident/domain/clocks/clock.js';
import type { ClockFacts } from '../../../src/incident/domain/clocks/raise-nudge.js';
import { raiseNudge } from '../../../src/incident/domain/clocks/raise-nudge.js';
import { snoozeNudge } from '../../../src/incident/domain/clocks/snooze-nudge.js';
import type { SnoozeNudge } from '../../../src/incident/domain/clocks/snooze-nudge.js';
import { isOfThing } from '../../../src/incident/domain/clocks/things.js';
import type { Thing, Things } from '../../../src/incident/domain/clocks/things.js';
import type { Nudge } from '../../../src/incident/domain/choices.js';
import { plusSeconds } from '../../../src/kernel/instant.js';
import { builtIn } from '../../../src/playbook/built-in.js';
import { sampleId, usualFacts } from '../given.js';
import type { RowSet } from '../row-set.js';
import { attempts, valueOf, words } from './attempt.js';
import type { Attempt, Past } from './attempt.js';

type Standing = {
  readonly nudge: Nudge;
  readonly about: string | null;
  readonly caused_by: string;
  readonly snoozed_until: string | null;
};

/** The reminders of an incident that stand, as their rows tell them. */
export const standingIn = (rows: RowSet, incident: string): readonly Standing[] =>
  rows
    .all('nudges')
    .filter((row) => row['incident'] === incident && row['state'] !== 'CLEARED')
    .map((row) => row as unknown as Standing);

const leasesIn = (rows: RowSet, incident: string): readonly Thing[] =>
  rows
    .all('actions')
    .filter((row) => row['incident'] === incident && row['status'] === 'STARTED')
    .map((row) => ({
      nudge: 'LEASE_EXPIRING',
      about: row.id,
      by: row['leased_by'] as string,
      until: row['lease_until'] as string,
    }));
const timedFollowUpsIn = (rows: RowSet, incident: string): readonly Thing[] =>
  rows
    .all('follow_ups')
    .filter((row) => row['incident'] === incident && row['state'] === 'OPEN')
    .filter((row) => row['due_at'] !== 'infinity')
    .map((row) => ({
      nudge: 'FOLLOW_UP_OVERDUE',
      about: row.id,
      by: row['timed_by'] as string,
      until: row['due_at'] as string,
    }));

/** The things of an incident that have clocks, as their rows tell them. */
export const thingsIn = (rows: RowSet, incident: string): Things => ({
  things: [...leasesIn(rows, incident), ...timedFollowUpsIn(rows, incident)],
  thingNudges: Object.fromEntries(
    standingIn(rows, incident)
      .filter((one) => isOfThing(one.nudge))
      .map((one) => [
        clockName({ nudge: one.nudge, about: one.about ?? undefined }),
        { causedBy: one.caused_by, until: one.snoozed_until },
      ]),
  ),
});

const told = (
  name: string,
  { rows, streamId, due }: Past,
): ClockFacts & { playbook: typeof builtIn } => ({
  ...thingsIn(rows, streamId),
  dueAt: due.get(name),
  from: usualFacts.now,
  playbook: builtIn,
});

const about = fc.oneof(
  fc.constantFrom(undefined, 'INTERNAL', 'STATUS_PAGE', 'CUSTOMERS'),
  fc.nat(3).map((n) => sampleId('act', String(n))),
  fc.nat(2).map((n) => sampleId('fol', String(n))),
);

/** Of the clocks that are due, mostly: by the clock service, who sees what comes next. */
const raises = fc.nat(20).map((nth): Attempt['decide'] => (past, facts) => {
  const next = [...past.due.keys()].toSorted();
  const clock = next[nth % Math.max(1, next.length)] ?? 'NO_SCOPE';
  const facts_ = { ...facts, ...told(clock, past), now: past.due.get(clock) ?? facts.now };
  return raiseNudge({ clock }, past.incident, facts_);
});

const snoozes = attempts(
  snoozeNudge,
  fc.record({
    nudge: valueOf(nudge),
    about,
    until: fc
      .integer({ min: -1, max: 25 })
      .map((hours) => plusSeconds(usualFacts.now, hours * 3600)),
    reason: words,
  }) as fc.Arbitrary<SnoozeNudge>,
  true,
  (command, past) => told(clockName(command), past),
);
/** Of one that runs, so that it happens more often. */
const snoozesOfRunning = fc
  .record({ nth: fc.nat(20), hours: fc.constantFrom(12, 13) })
  .map(({ nth, hours }): Attempt['decide'] => (past, facts) => {
    const known = [
      ...past.due.keys(),
      ...standingIn(past.rows, past.streamId).map(nameOf),
    ].toSorted();
    const name = known[nth % Math.max(1, known.length)] ?? 'NO_SCOPE';
    const [what, which] = name.split(' ');
    const command = {
      ...{ nudge: what as Nudge, about: which, reason: 'Later' },
      until: plusSeconds(usualFacts.now, hours * 3600),
    };
    return snoozeNudge(command, past.incident, { ...facts, ...told(name, past) });
  });
const nameOf = (one: Standing) => clockName({ nudge: one.nudge, about: one.about ?? undefined });

const byAda = (decide: fc.Arbitrary<Attempt['decide']>, actor = usualFacts.actor) =>
  fc.record({
    incident: fc.constantFrom(0 as const, 1 as const),
    actor: fc.constant(actor),
    isStateLike: fc.constant(false),
    decide,
  });
const clock = { kind: 'POLICY', id: 'clock' } as const;

export const clocksAttempts = [
  byAda(raises, clock),
  byAda(raises, clock),
  byAda(snoozesOfRunning),
  snoozes,
];
