import { choice } from '../../../kernel/field.js';
import type { ValueOf } from '../../../kernel/field.js';

export const followUpKind = choice('FollowUpKind', 'What a follow-up is meant to achieve', {
  PREVENT: 'That it does not happen again',
  DETECT: 'That it is noticed sooner',
  MITIGATE: 'That it hurts less, or for a shorter time',
  REPAIR: 'That what it broke is whole again',
  INVESTIGATE: 'That what is not understood yet is',
  PROCESS: 'That people work together better next time',
  DOCUMENT: 'That people find what they need to know',
  OTHER: 'Anything else, as its title says',
});
export type FollowUpKind = ValueOf<typeof followUpKind>;

export const followUpState = choice('FollowUpState', 'Whether a follow-up is done', {
  OPEN: 'It is to be done',
  DONE: 'It was done',
  WONT_DO: 'It will not be done, for a reason that is on the record',
});
export type FollowUpState = ValueOf<typeof followUpState>;

export const followUpOutcome = choice('FollowUpOutcome', 'What became of a follow-up', {
  DONE: 'It was done',
  WONT_DO: 'It will not be done',
});
export type FollowUpOutcome = ValueOf<typeof followUpOutcome>;

export const followUpPart = choice('FollowUpPart', 'What can be taken off a follow-up', {
  DESCRIPTION: 'What is to be done in more words',
  OWNER: 'The member or team who sees to it',
  DUE_AT: 'When it should be done',
  TICKET: 'The ticket in another system',
});
export type FollowUpPart = ValueOf<typeof followUpPart>;
