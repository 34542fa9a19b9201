import { refusalType } from '../../../platform/graphql/refusal.js';

refusalType({
  CLOCK_NOT_RUNNING: 'There is no such reminder, neither raised nor still to come.',
  SNOOZE_TIME_INVALID: 'It comes later by itself, the time is past, or too far ahead.',
  SNOOZE_TIME_UNCLEAR: 'Neither a time nor minutes are given, or both.',
});
