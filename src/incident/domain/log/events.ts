import { event } from '../../../kernel/event.js';
import type { AnyEvent, EventMap } from '../../../kernel/event.js';
import { id, instant, optional, text } from '../../../kernel/field.js';
import { afterColon, excerpt, minute } from '../wording.js';
import { evidenceFields, inWords } from './evidence.js';

const entry = id('The entry: an event of this log', 'evt');
const reason = optional(text('Why it was corrected', 2_000));

export const logEvents = {
  NoteAdded: event({
    schemaVersion: 1,
    description: 'Somebody wrote something down',
    data: { text: text('The note', 20_000) },
    says: (data, { actor }) => `${actor} noted: ${excerpt(data.text)}`,
  }),

  EvidenceAttached: event({
    schemaVersion: 1,
    description: 'Somebody put a link, an excerpt of a text or a figure on the record',
    data: evidenceFields,
    says: (evidence, { actor }) =>
      `${actor} attached ${inWords(evidence)}${afterColon(evidence.caption)}`,
  }),

  EntryAmended: event({
    schemaVersion: 1,
    description: 'An entry was put in other words, or at another time; the original stays readable',
    data: {
      entry,
      newText: optional(text('What it says from now on', 20_000)),
      newOccurredAt: optional(instant('When it happened, as is known now')),
      reason,
    },
    says: ({ newText, newOccurredAt, reason: why }, { actor }) => {
      const amended = [
        ...(newText === undefined ? [] : [`to say “${excerpt(newText)}”`]),
        ...(newOccurredAt === undefined ? [] : [`to have happened at ${minute(newOccurredAt)}`]),
      ];
      return `${actor} amended an entry ${amended.join(' and ')}${afterColon(why)}`;
    },
  }),

  EntryStruck: event({
    schemaVersion: 1,
    description:
      'An entry was struck from the current view of the log. What it changed stays as it is',
    data: { entry, reason },
    says: (data, { actor }) => `${actor} struck an entry${afterColon(data.reason)}`,
  }),

  EntryPinned: event({
    schemaVersion: 1,
    description: 'An entry was marked as one to look at first',
    data: { entry },
    says: (_data, { actor }) => `${actor} pinned an entry`,
  }),

  EntryUnpinned: event({
    schemaVersion: 1,
    description: 'An entry is no longer marked as one to look at first',
    data: { entry },
    says: (_data, { actor }) => `${actor} unpinned an entry`,
  }),
} satisfies EventMap;

/** Where notes, updates and evidence hold what a person wrote. */
const textFields: Readonly<Partial<Record<string, string>>> = {
  NoteAdded: 'text',
  EvidenceAttached: 'caption',
  UpdatePublished: 'text',
};

/**
 * The field of the payload that an amended text stands in place of; undefined if an event of this
 * type has none, and the amended text stands in place of its sentence.
 */
export const textFieldOf = (type: string): string | undefined => textFields[type];

/** The text of a note, an update or evidence, as it was recorded. */
export const textOf = ({ type, data }: AnyEvent): string | null => {
  const found = data[textFieldOf(type) ?? ''];
  return typeof found === 'string' ? found : null;
};
