import { event, type EventMap, type EventOf } from '../../src/kernel/event.js';
import { text } from '../../src/kernel/field.js';
import { accept } from '../../src/kernel/decision.js';
import type { StreamKind } from '../../src/kernel/stream.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { inTurn, notes, noNotes, withNote, type Notes } from './content.js';

const events = {
  NoteAdded: event({
    schemaVersion: 1,
    description: 'Somebody noted something',
    data: { text: text('What was noted', 1_000) },
    says: ({ text }, { actor }) => `${actor} noted: ${text}`,
  }),
} satisfies EventMap;

type NoteAdded = EventOf<typeof events>;

const kind: StreamKind<Notes, NoteAdded> = {
  type: 'incident',
  events,
  initial: noNotes,
  evolve: (state, { id }) => withNote(state, id),
  applies: () => true,
  rows: () => [],
};

/** A caller who notes something on the one incident, decided on its state. */
export const noteTaker = (ledger: Ledger, organization: string, streamId: string) => {
  let turn = 0;
  return async () => {
    const data = { text: inTurn(notes, turn++) };
    const { refusals } = await ledger.transact(kind, {
      organization,
      streamId,
      actor: { kind: 'POLICY', id: 'bench' },
      via: null,
      correlationId: null,
      decide: () => accept<NoteAdded>({ type: 'NoteAdded', data }),
    });
    if (refusals.length > 0) throw new Error(refusals.map(({ message }) => message).join(' '));
  };
};
