/** Nothing that grows with hypotheses: a rule learns of the one it needs from its facts. */
export type HypothesesState = {
  /** How many were raised. */
  readonly hypotheses: number;
};

export const initialHypotheses: HypothesesState = { hypotheses: 0 };

export const maxHypotheses = 100;
