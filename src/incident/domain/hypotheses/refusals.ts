export const hypothesisNotFound = (hypothesis: string) => ({
  code: 'HYPOTHESIS_NOT_FOUND' as const,
  message: `${hypothesis} was never raised in this incident: see its hypotheses`,
  path: ['input', 'hypothesis'],
  hypothesis,
});

export const hypothesisExists = (hypothesis: string) => ({
  code: 'HYPOTHESIS_EXISTS' as const,
  message: 'The id is that of another hypothesis: use a new id, or none',
  path: ['input', 'hypothesis'],
  hypothesis,
});

export const tooManyHypotheses = (most: number) => ({
  code: 'TOO_MANY_HYPOTHESES' as const,
  message: `An incident has at most ${most} hypotheses: support or rule out one of them, or add a note`,
  most,
});
