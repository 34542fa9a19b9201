import { accept } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { secondsBetween } from '../../../kernel/instant.js';
import type { Instant } from '../../../kernel/instant.js';
import type { IncidentRule, PlaybookFacts } from '../rule.js';
import type { Clock } from './clock.js';
import { timeOf } from './due.js';
import { clockDue } from './follow-clocks.js';
import { runningClock } from './running.js';
import type { Running } from './running.js';
import type { Things } from './things.js';

export type RaiseNudge = { readonly clock: string };

/** Strict: rows of the incident, and a recorded time. */
export type ClockFacts = Things & {
  /** When the clock is due, if it is. */
  readonly dueAt?: Instant | undefined;
  /** When that was recorded which a clock of the head counts from. */
  readonly from?: Instant | undefined;
};

/**
 * For the policy: a clock that was stopped, put off or has reminded already is left alone. What
 * was due is cleared or later afterwards, whatever is decided.
 */
export const raiseNudge: IncidentRule<RaiseNudge, Facts & ClockFacts & PlaybookFacts> = (
  { clock: name },
  incident,
  facts,
) => {
  const { now, dueAt, playbook } = facts;
  if (dueAt === undefined || dueAt > now) return accept();
  const due = [clockDue(name, null)];
  const running =
    incident.status === 'undeclared' ? undefined : runningClock(name, incident, playbook, facts);
  if (!running || running.nudge?.until === null) return { ...accept(), due };
  const { nudge, about, since } = running.clock;
  const exact = exactTime(running, facts);
  if (exact > now) return { ...accept(), due: [clockDue(name, exact)] };
  const minutes = lasting(running.clock, facts);
  const data = { nudge, about, causedBy: since.by, minutes };
  return { ...accept({ type: 'NudgeRaised', data }), due };
};

/** A time set with the event that it counts from is a moment early: `from` was not known yet. */
const exactTime = ({ clock, nudge }: Running, { now, from }: Facts & ClockFacts): Instant =>
  nudge === undefined && 'after' in clock.due && from !== undefined ? timeOf(clock.due, from) : now;

/** For how many minutes it is missing; of what ends or was promised there is nothing to count. */
const lasting = ({ due }: Clock, { now, from }: Facts & ClockFacts): number | undefined =>
  'after' in due && from !== undefined ? Math.floor(secondsBetween(from, now) / 60) : undefined;
