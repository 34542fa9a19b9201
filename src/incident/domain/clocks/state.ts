import type { Instant } from '../../../kernel/instant.js';

/** A reminder that was raised, or put off. */
export type NudgeState = {
  /** What it counts from. */
  readonly causedBy: string;
  /** Until when it was put off; null once it is raised. */
  readonly until: Instant | null;
};

/** One for each clock that runs on the head: a dozen at most. */
export type ClocksState = {
  /** By the name of the clock. */
  readonly nudges: Readonly<Record<string, NudgeState>>;
};

export const initialClocks: ClocksState = { nudges: {} };
