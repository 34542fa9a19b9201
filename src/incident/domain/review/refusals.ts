import type { Review } from './state.js';

export const reviewStarted = ({ lead }: Review) => ({
  code: 'REVIEW_STARTED' as const,
  message: `${lead} leads the review already: to change that, or when it is due, use changeReview`,
  lead,
});

export const reviewNotStarted = () => ({
  code: 'REVIEW_NOT_STARTED' as const,
  message: 'Nobody leads a review of this incident yet: start it first, by startReview',
});

export const findingExists = (finding: string) => ({
  code: 'FINDING_EXISTS' as const,
  message: `${finding} is the id of another finding: use a new id, or none`,
  path: ['input', 'finding'],
});

export const findingNotFound = (finding: string) => ({
  code: 'FINDING_NOT_FOUND' as const,
  message: `${finding} was never recorded in this incident: look its id up in the findings of the incident`,
  path: ['input', 'finding'],
});

export const findingWithdrawn = (finding: string) => ({
  code: 'FINDING_WITHDRAWN' as const,
  message: `${finding} was withdrawn: record it anew, under a new id`,
  path: ['input', 'finding'],
});

export const tooManyFindings = (most: number) => ({
  code: 'TOO_MANY_FINDINGS' as const,
  message: `An incident has at most ${most} findings: revise one, or withdraw some`,
});
