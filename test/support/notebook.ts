import { accept, refuse, type Decision, type Refusal } from '../../src/kernel/decision.js';
import { event, type EventOf } from '../../src/kernel/event.js';
import { id, integer, optional, personal, text } from '../../src/kernel/field.js';
import type { StreamKind } from '../../src/kernel/stream.js';

/** A small kind of stream for tests of the ledger: lines that are written, and one owner. */
export const notebookEvents = {
  LineWritten: event({
    schemaVersion: 1,
    description: 'A line',
    data: { text: text('The line', 1_000), number: optional(integer('A number')) },
    says: (data) => data.text,
  }),
  OwnerNamed: event({
    schemaVersion: 1,
    description: 'An owner',
    data: {
      member: id('The owner', 'mem'),
      name: personal(text('Their name', 100), 'member'),
    },
    says: (data) => data.name,
  }),
};
export type NotebookEvent = EventOf<typeof notebookEvents>;
export type Notebook = { lines: number; owner: string | null };

export const notebookKind: StreamKind<Notebook, NotebookEvent> = {
  type: 'notebook',
  events: notebookEvents,
  initial: { lines: 0, owner: null },
  evolve(state, happened) {
    switch (happened.type) {
      case 'LineWritten':
        return { ...state, lines: state.lines + 1 };
      case 'OwnerNamed':
        return { ...state, owner: happened.data.member };
    }
  },
  applies: () => true,
  rows: () => [],
};

export const writeLine = (line: string) => (): Decision<NotebookEvent> =>
  accept({ type: 'LineWritten', data: { text: line } });

export type Owned = Refusal & { readonly code: 'OWNED'; readonly owner: string };

export const nameOwner =
  (member: string, name = 'Ada Lovelace') =>
  (state: Notebook): Decision<NotebookEvent, Owned> => {
    if (state.owner === member) return accept();
    if (state.owner !== null) {
      return refuse({ code: 'OWNED', message: 'It has an owner', owner: state.owner });
    }
    return accept({ type: 'OwnerNamed', data: { member, name } });
  };
