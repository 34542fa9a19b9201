import type { Consequence } from '../../../kernel/decision.js';
import type { Instant } from '../../../kernel/instant.js';
import { clockName } from '../clocks/clock.js';
import { clockDue } from '../clocks/follow-clocks.js';
import type { IncidentEvent } from '../events.js';
import type { DeclaredIncident } from '../state.js';

const nudge = 'FOLLOW_UP_OVERDUE';

/** The name of its clock among due times: `FOLLOW_UP_OVERDUE fol_...`. */
export const followUpClock = (followUp: string): string => clockName({ nudge, about: followUp });

/** The follow-up whose clock has this name, if it is one. */
export const followUpOfClock = (clock: string): string | undefined => {
  const [of, about] = clock.split(' ');
  return of === nudge ? about : undefined;
};

/** A follow-up as it comes to stand. */
export type Remindable = {
  readonly followUp: string;
  /** When it should be done, if it is open. */
  readonly dueAt: Instant | undefined;
  readonly isReminded: boolean;
};

/**
 * Sets the clock of a follow-up to when it should be done, and takes the reminder back if there
 * was one and it is not overdue any more. Nobody is reminded in what is written down afterwards.
 */
export const followFollowUp = (
  { mode }: Pick<DeclaredIncident, 'mode'>,
  { followUp, dueAt, isReminded }: Remindable,
  now: Instant,
): Consequence<IncidentEvent> => {
  const at = mode === 'RETROSPECTIVE' ? null : (dueAt ?? null);
  if (isReminded && at !== null && at <= now) return { events: [], due: [] };
  return {
    events: isReminded ? [{ type: 'NudgeCleared', data: { nudge, about: followUp } }] : [],
    due: [clockDue(followUpClock(followUp), at)],
  };
};
