import type { Instant } from '../../../kernel/instant.js';

export const entryNotFound = (entry: string) => ({
  code: 'ENTRY_NOT_FOUND' as const,
  message: `${entry} is no entry of this incident: see its log`,
  path: ['input', 'entry'],
});

export const correctionOfCorrection = (entry: string) => ({
  code: 'CORRECTION_OF_CORRECTION' as const,
  message: `${entry} is a correction itself: amend, strike, pin or unpin the entry that it is about`,
  path: ['input', 'entry'],
});

export const entryStruck = (entry: string) => ({
  code: 'ENTRY_STRUCK' as const,
  message: `${entry} was struck: add what is right as a new entry`,
  path: ['input', 'entry'],
});

export const amendmentEmpty = () => ({
  code: 'AMENDMENT_EMPTY' as const,
  message: 'Say what to amend: newText, newOccurredAt, or both',
  path: ['input', 'newText'],
});

export const newTimeAhead = (now: Instant) => ({
  code: 'OCCURRED_AT_AHEAD' as const,
  message: `newOccurredAt is more than five minutes ahead of ${now}, the time of the server`,
  path: ['input', 'newOccurredAt'],
});

export const tooManyPins = (pinned: number) => ({
  code: 'TOO_MANY_PINS' as const,
  message: `${pinned} entries are pinned, and no more may be: unpin one first`,
  path: ['input', 'entry'],
});
