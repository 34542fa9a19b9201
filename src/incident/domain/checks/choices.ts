import { choice } from '../../../kernel/field.js';
import type { ValueOf } from '../../../kernel/field.js';

export const checkVerdict = choice('CheckVerdict', 'What a check came to', {
  CLEAR: 'Nothing is wrong there',
  SUSPECT: 'Something is odd there, and may be the cause',
  CAUSE: 'The cause is there',
});
export type CheckVerdict = ValueOf<typeof checkVerdict>;

export const checkStatus = choice('CheckStatus', 'How far a check has come', {
  PENDING: 'Nobody has looked yet',
  STARTED: 'Somebody is looking',
  ...checkVerdict.values,
  SKIPPED: 'It was left out, for a reason',
});
export type CheckStatus = ValueOf<typeof checkStatus>;

/** In words, for sentences. */
export const foundToBe: Readonly<Record<CheckVerdict, string>> = {
  CLEAR: 'clear',
  SUSPECT: 'suspect',
  CAUSE: 'the cause',
};
