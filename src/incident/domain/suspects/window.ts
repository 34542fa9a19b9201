import type { DueTime } from '../../../kernel/decision.js';
import { plusSeconds, secondsBetween } from '../../../kernel/instant.js';
import type { Instant } from '../../../kernel/instant.js';

/** How long before the impact a change may have begun to be its suspect. */
const windowSeconds = 2 * 3_600;

/** How many suspects that nobody has judged are linked by policy: the nearest ones. */
export const maxSuspectsByPolicy = 50;

/** The times at which the suspects of an impact began, both included. */
export const windowBefore = (
  impact: Instant,
): { readonly from: Instant; readonly to: Instant } => ({
  from: plusSeconds(impact, -windowSeconds),
  to: impact,
});

/** The times at which an impact began that a change may have caused, both included. */
export const windowAfter = (change: Instant): { readonly from: Instant; readonly to: Instant } => ({
  from: change,
  to: plusSeconds(change, windowSeconds),
});

/** Whole seconds; undefined if it began after the impact, or if the impact is not known. */
export const secondsBefore = (change: Instant, impact: Instant | null): number | undefined => {
  return impact === null || change > impact ? undefined : secondsBetween(change, impact);
};

const ofWindow = { kind: 'suspects', subject: 'window' } as const;

/** The window has moved, and the suspects in it are to be looked for. */
export const lookForSuspects = (at: Instant): DueTime => ({ ...ofWindow, at });
export const suspectsFound: DueTime = { ...ofWindow, at: null };
