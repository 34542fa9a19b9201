import { event } from '../../../kernel/event.js';
import type { EventMap } from '../../../kernel/event.js';
import { text } from '../../../kernel/field.js';
import { excerpt } from '../wording.js';

export const logEvents = {
  NoteAdded: event({
    schemaVersion: 1,
    description: 'Somebody wrote something down',
    data: { text: text('The note', 20_000) },
    says: (data, { actor }) => `${actor} noted: ${excerpt(data.text)}`,
  }),
} satisfies EventMap;
