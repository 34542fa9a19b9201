import type { FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { IncidentEvent } from '../domain/events.js';
import { folded, wordsOf } from './words.js';

type Happened = FoldedEvent<IncidentEvent>;
type Columns = InlineRow['columns'];
type Correction = { readonly entry: string; readonly columns: Columns };

/** The rows of the log: one for every event, changed by the corrections of it that follow. */
export const entryRows = (events: readonly Happened[], incident: string): readonly InlineRow[] => {
  // One append may correct an entry twice, and writes each row once.
  const rows = new Map<string, Columns>();
  const change = (id: string, columns: Columns) => rows.set(id, { ...rows.get(id), ...columns });
  for (const event of events) {
    const correction = correctionBy(event);
    change(event.id, entered(event, incident, correction));
    if (correction !== undefined) change(correction.entry, correction.columns);
  }
  return [...rows].map(([id, columns]) => ({ table: 'entries', id, columns }));
};

const entered = (
  event: Happened,
  incident: string,
  correction: Correction | undefined,
): Columns => {
  const { words, fixedWords } = wordsOf(event);
  return {
    incident,
    version: event.version,
    type: event.type,
    occurred_at: event.occurredAt,
    words,
    fixed_words: fixedWords,
    pinned: false,
    ...(correction && { corrects: correction.entry }),
  };
};

/** The entry that the event corrects, if it does, with what changes of its row. */
const correctionBy = (event: Happened): Correction | undefined => {
  if (event.type === 'EntryAmended') return amendment(event);
  if (event.type === 'EntryStruck')
    return { entry: event.data.entry, columns: { struck_by: event.id } };
  if (event.type === 'EntryPinned' || event.type === 'EntryUnpinned')
    return { entry: event.data.entry, columns: { pinned: event.type === 'EntryPinned' } };
  return undefined;
};

const amendment = ({
  id,
  data: { entry, newText, newOccurredAt },
}: Extract<Happened, { readonly type: 'EntryAmended' }>): Correction => ({
  entry,
  columns: {
    amended_by: id,
    ...(newText !== undefined && { amended_text: newText, amended_words: folded(newText) }),
    ...(newOccurredAt !== undefined && { occurred_at: newOccurredAt }),
  },
});
