import type { HypothesisStatus } from './choices.js';
import type { Saying } from './fields.js';

/** A hypothesis as it stands: what rules are told of it. */
export type Hypothesis = {
  readonly hypothesis: string;
  readonly statement: string;
  readonly status: HypothesisStatus;
  /** What was said of it last; absent if nothing was since it was raised. */
  readonly said?: Saying | undefined;
};

export type HypothesisFacts = {
  /** The hypothesis of this incident that the command names, if there is one. Strict: the version of its incident backs it. */
  readonly known?: Hypothesis | undefined;
};
