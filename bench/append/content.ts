import { newId } from '../../src/platform/ids.js';

/** Events of a stream before its caller goes on to a new one. */
export const streamLength = 50;

/** Characters of an event's payload, which is ASCII. */
export const payloadSize = 337;

const variants = 16;

/** A text of so many characters, no two alike. */
const prose = (length: number): string => {
  const words = Array.from({ length: Math.ceil(length / 8) }, () =>
    Math.random().toString(36).slice(2, 9).padEnd(7, 'e'),
  );
  return words.join(' ').padEnd(length, '.').slice(0, length);
};

/** What notes say: the payload of an event is `{"text":"..."}`. */
export const notes = Array.from({ length: variants }, () =>
  prose(payloadSize - JSON.stringify({ text: '' }).length),
);

export const payloads = notes.map((text) => JSON.stringify({ text }));

const entry = () => ({ by: newId('mem'), id: newId('act'), state: 'OPEN' });

/** A head state of so many characters: a list of things with ids, as an incident has them. */
const state = (size: number): string => {
  const entries = [entry()];
  const text = () => JSON.stringify({ entries, note: '' });
  while (text().length <= size) entries.push(entry());
  entries.pop();
  return JSON.stringify({ entries, note: prose(size - text().length) });
};

/** Head states of one size, to be written in turn. */
export const statesOf = (size: number): string[] =>
  Array.from({ length: variants }, () => state(size));

/** The value whose turn it is. */
export const inTurn = <T>(values: readonly T[], turn: number): T => {
  const value = values[turn % values.length];
  if (value === undefined) throw new RangeError('there is nothing to take turns');
  return value;
};

/** The head state of the one incident: about 300 characters once eight notes are in. */
export type Notes = { readonly count: number; readonly recent: readonly string[] };

export const noNotes: Notes = { count: 0, recent: [] };

export const withNote = ({ count, recent }: Notes, id: string): Notes => ({
  count: count + 1,
  recent: [...recent, id].slice(-8),
});

/** Walks through streams of 50 events: where the next event goes. */
export class Walk {
  private stream = newId('inc');
  private version = -1;

  next(): { stream: string; version: number } {
    this.version += 1;
    if (this.version === streamLength) {
      this.stream = newId('inc');
      this.version = 0;
    }
    return { stream: this.stream, version: this.version };
  }
}
