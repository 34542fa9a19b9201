import type { FoldedEvent } from '../../kernel/event.js';
import type { ChangeKind } from './choices.js';
import type { ChangeEvent } from './events.js';
import type { ChangeWords } from './words.js';

export type RecordedChange = {
  readonly status: 'recorded';
  /** The event that recorded it, which holds the first words. */
  readonly event: string;
  readonly kind: ChangeKind;
  readonly words: ChangeWords;
  /** The event that last gave it another time; the one that recorded it, while none has. */
  readonly timeSaidBy: string;
};
/** The head of a change: what is known of it now. */
export type Change = { readonly status: 'unrecorded' } | RecordedChange;

type Happened = FoldedEvent<ChangeEvent>;

export const initialChange: Change = { status: 'unrecorded' };

/** Whether the event makes sense in this state. */
export const applies = (change: Change, event: Happened): boolean =>
  (event.type === 'ChangeRecorded') === (change.status === 'unrecorded');

export const evolve = (change: Change, event: Happened): Change => {
  if (!applies(change, event)) return change;
  switch (event.type) {
    case 'ChangeRecorded': {
      const { change: _id, changeKind: kind, origin: _origin, ...words } = event.data;
      return { status: 'recorded', event: event.id, kind, words, timeSaidBy: event.id };
    }
    case 'ChangeRevised': {
      const { change: _id, ...words } = event.data;
      return change.status === 'recorded' ? revised(change, words, event.id) : change;
    }
  }
};

const revised = (change: RecordedChange, words: ChangeWords, event: string): RecordedChange => ({
  ...change,
  words,
  timeSaidBy: words.startedAt === change.words.startedAt ? change.timeSaidBy : event,
});
