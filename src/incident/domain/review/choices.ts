import { choice } from '../../../kernel/field.js';
import type { ValueOf } from '../../../kernel/field.js';

/**
 * What the reviews of the field ask for: the headings of Google's postmortems, and contributing
 * factors where others look for one root cause. None of them asks who is to blame.
 */
export const findingKind = choice('FindingKind', 'What a finding of the review is about', {
  CONTRIBUTING_FACTOR: 'Something without which it would not have happened, or not so badly',
  TRIGGER: 'What set it off',
  DETECTION: 'How it was noticed, or why not earlier',
  RESPONSE: 'How it was responded to',
  WENT_WELL: 'What helped, and is worth keeping',
  WENT_POORLY: 'What made it harder than it had to be',
  GOT_LUCKY: 'What kept it from being worse, and cannot be relied on',
  OTHER: 'Anything else that is worth knowing',
});
export type FindingKind = ValueOf<typeof findingKind>;

export const reviewState = choice('ReviewState', 'How far the review of an incident has come', {
  NONE: 'Nobody has started it',
  STARTED: 'Somebody leads it; nothing is published yet',
  PUBLISHED: 'It can be read',
});
export type ReviewState = ValueOf<typeof reviewState>;
