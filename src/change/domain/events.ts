import { event } from '../../kernel/event.js';
import type { EventMap, EventOf } from '../../kernel/event.js';
import { id, oneOf, optional, record, text } from '../../kernel/field.js';
import type { DataOf } from '../../kernel/field.js';
import { changeKind } from './choices.js';
import { inWords, outcomeInWords } from './wording.js';
import { wordFields } from './words.js';

const change = id('The change', 'chg');
export const origin = record('ChangeOrigin', 'How another system knows a change', {
  system: text('The other system, such as `github`', 80),
  id: text('The id that it has there', 200),
});

/** Stored for good: add optional fields, never rename or repurpose one. */
export const changeEvents = {
  ChangeRecorded: event({
    schemaVersion: 1,
    description: 'Something was changed outside of Bridgelog, and a tool or a person told of it',
    data: {
      change,
      changeKind: oneOf('What sort of change it is', changeKind),
      origin: optional(origin),
      ...wordFields,
    },
    says: (data, { actor }) => `${actor} recorded ${inWords(data)}`,
  }),

  ChangeRevised: event({
    schemaVersion: 1,
    description:
      'More became known of a change. What is said of it stands in place of what was said before',
    data: { change, ...wordFields },
    says: (data, { actor }) =>
      `${actor} revised what is known of ${inWords(data)}${outcomeInWords(data)}`,
  }),
} satisfies EventMap;

export type ChangeEvent = EventOf<typeof changeEvents>;
/** All that is said when a change is recorded. */
export type RecordChange = DataOf<typeof changeEvents.ChangeRecorded.data>;
