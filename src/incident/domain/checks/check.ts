import type { CheckVerdict } from './choices.js';
import type { PlannedCheck } from './fields.js';

/** What a row says of a check, beside its status. */
export type Check = PlannedCheck & {
  /** What was seen when it was completed. */
  readonly summary: string | null;
  /** Why it was skipped, or its verdict revised. */
  readonly reason: string | null;
  readonly evidence: readonly string[];
};

export type CheckFacts = {
  /** The check of this incident that the command names, if there is one. Strict: the version of its incident backs it. */
  readonly known?: Check | undefined;
};

/** What somebody found in a check. */
export type Finding = {
  readonly check: string;
  readonly verdict: CheckVerdict;
  readonly evidence?: readonly string[] | undefined;
};
