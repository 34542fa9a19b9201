import type { Instant } from '../../../kernel/instant.js';
import { plusSeconds, secondsBetween } from '../../../kernel/instant.js';

/** When a clock is due: at a time, or by seconds from what it counts from or from its end. */
export type Due =
  | { readonly after: number }
  | { readonly at: Instant }
  /** Half of the time that there is, where that is less than `by` seconds. */
  | { readonly before: Instant; readonly by: number };

/** When it is due, by the time at which that was recorded which it counts from. */
export const timeOf = (due: Due, from: Instant): Instant => {
  if ('at' in due) return due.at;
  if ('after' in due) return plusSeconds(from, due.after);
  const half = Math.max(0, Math.floor(secondsBetween(from, due.before) / 2));
  return plusSeconds(due.before, -Math.min(due.by, half));
};
