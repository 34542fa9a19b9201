import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { plusSeconds } from '../../../kernel/instant.js';
import type { Instant } from '../../../kernel/instant.js';
import type { Nudge } from '../choices.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule, PlaybookFacts } from '../rule.js';
import { clockName } from './clock.js';
import { clockDue } from './follow-clocks.js';
import type { ClockFacts } from './raise-nudge.js';
import { clockNotRunning, snoozeTimeInvalid, snoozeTimeUnclear } from './refusals.js';
import type { Running } from './running.js';
import { runningClock } from './running.js';

export type SnoozeNudge = {
  readonly nudge: Nudge;
  readonly about?: string | undefined;
  /** After it would come by itself, at most a day later. One of both is given. */
  readonly until?: Instant | undefined;
  /** From now. */
  readonly minutes?: number | undefined;
  readonly reason: string;
};

const furthestAheadSeconds = 24 * 60 * 60;

/** By anyone who responds: one that was raised, or one that is still to come. */
export const snoozeNudge: IncidentRule<SnoozeNudge, Facts & ClockFacts & PlaybookFacts> = (
  command,
  incident,
  facts,
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { nudge, about, reason } = command;
  const name = clockName(command);
  const running = runningClock(name, incident, facts.playbook, facts);
  if (!running) return refuse(clockNotRunning(nudge, about));
  const { now } = facts;
  const until = untilOf(command, now);
  if (until === undefined) return refuse(snoozeTimeUnclear());
  if (running.nudge?.until === until) return accept();
  const earliest = earliestFor(running, facts);
  const latest = plusSeconds(earliest, furthestAheadSeconds);
  if (until <= earliest || until > latest)
    return refuse(
      snoozeTimeInvalid(earliest, latest, command.until === undefined ? 'minutes' : 'until'),
    );
  const causedBy = running.clock.since.by;
  return {
    ...accept({ type: 'NudgeSnoozed', data: { nudge, about, causedBy, until, reason } }),
    due: [clockDue(name, until)],
  };
};

/** One that was never put off cannot be brought forward. */
const earliestFor = ({ nudge }: Running, { now, dueAt }: Facts & ClockFacts): Instant =>
  nudge === undefined && dueAt !== undefined && dueAt > now ? dueAt : now;

const untilOf = ({ until, minutes }: SnoozeNudge, now: Instant): Instant | undefined => {
  if (minutes === undefined) return until;
  return until === undefined ? plusSeconds(now, minutes * 60) : undefined;
};
