import type { Facts } from '../../kernel/decision.js';
import type { IncidentEvent } from '../domain/events.js';
import type { EntryFacts } from '../domain/log/entry.js';
import { textOf } from '../domain/log/events.js';
import { readEntries } from '../views/entries.query.js';
import type { ReadFacts } from './facts.js';

/** The entry of the incident with this id, if there is one. */
export const entryFacts =
  (entry: string): ReadFacts<Facts & EntryFacts> =>
  async ({ reads, incident, event }) => {
    const [[row], recorded] = await Promise.all([readEntries(reads, [entry]), event(entry)]);
    if (row?.incident !== incident || recorded === undefined) return {};
    const { occurredAt, struckBy, pinned } = row;
    return {
      known: {
        entry,
        type: recorded.type as IncidentEvent['type'],
        text: row.amendedText ?? textOf(recorded),
        occurredAt,
        isStruck: struckBy !== null,
        isPinned: pinned,
      },
    };
  };
