import { choice } from '../../../kernel/field.js';
import type { ValueOf } from '../../../kernel/field.js';

export const clockState = choice('ClockState', 'How far a clock has come', {
  WAITING: 'Its time has not come',
  RAISED: 'People were reminded, and it is still missing',
  SNOOZED: 'It was put off, to come again later',
});
export type ClockState = ValueOf<typeof clockState>;

export const nudgeStatus = choice('NudgeStatus', 'What became of a reminder', {
  RAISED: 'People were reminded, and it is still missing',
  SNOOZED: 'It was put off, to come again later',
  CLEARED: 'It is no longer missing, or does not matter any more',
});
export type NudgeStatus = ValueOf<typeof nudgeStatus>;
