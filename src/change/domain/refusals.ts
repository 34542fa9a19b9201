import type { Instant } from '../../kernel/instant.js';

/** Every reason for which a rule of a change says no. */
export type ChangeRefusal =
  | ReturnType<typeof changeNotFound>
  | ReturnType<typeof changeExists>
  | ReturnType<typeof changeTimesInvalid>;

export const changeNotFound = () => ({
  code: 'CHANGE_NOT_FOUND' as const,
  message: 'There is no such change: look its id up in `changes`, or record it first',
  path: ['input', 'change'],
});

/** `field` is the field of the input by which it is known already. */
export const changeExists = (change: string, field: 'change' | 'externalId') => ({
  code: 'CHANGE_EXISTS' as const,
  message: `This is ${change} already, recorded with other words: say what is new with reviseChange`,
  path: ['input', field],
  change,
});

export const changeTimesInvalid = (problem: string, field: 'startedAt' | 'finishedAt') => ({
  code: 'CHANGE_TIMES_INVALID' as const,
  message: problem,
  path: ['input', field],
});

export const endsBeforeStart = (startedAt: Instant, finishedAt: Instant) =>
  changeTimesInvalid(
    `A change ends after it began: ${finishedAt} is earlier than ${startedAt}`,
    'finishedAt',
  );

export const isAhead = (field: 'startedAt' | 'finishedAt', at: Instant, now: Instant) =>
  changeTimesInvalid(
    `A change is recorded when it happens: ${at} is more than five minutes ahead of ${now}`,
    field,
  );
