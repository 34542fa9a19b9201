import type { Instant } from '../../../kernel/instant.js';

/** A reminder that was raised, or put off. */
export type NudgeState = {
  /** The event that its clock was started by. */
  readonly causedBy: string;
  /** Until when it was put off; null once it is raised. */
  readonly until: Instant | null;
};

/** By the name of the clock. */
export type Nudges = Readonly<Record<string, NudgeState>>;

/** Where a clock counts from. */
export type Since = {
  /** The event that started it: it reminds once for each. */
  readonly by: string;
  /** The event that it counts from, if that is an earlier one. */
  readonly from?: string;
};

/** Bounded: it knows the clocks of the incident as a whole, and none of the things in it. */
export type ClocksState = {
  readonly nudges: Nudges;
  /** The event with which the response began, or went on after it had been over. */
  readonly opened: string;
  /** By the name of the clock: where it counts from, if not from there. */
  readonly since: Readonly<Record<string, Since>>;
};

export const initialClocks: ClocksState = { nudges: {}, opened: '', since: {} };
