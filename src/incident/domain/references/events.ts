import { event } from '../../../kernel/event.js';
import type { EventMap } from '../../../kernel/event.js';
import { flag, oneOf, optional, text } from '../../../kernel/field.js';
import { excerpt } from '../wording.js';
import { referenceKind } from './choices.js';
import type { ReferenceKind } from './choices.js';

const system = text('The other system, such as `slack` or `jira`', 80);
const externalKey = text('The id of the thing in that system', 200);

const called: Readonly<Record<ReferenceKind, string>> = {
  CHAT_CHANNEL: 'the channel',
  TICKET: 'the ticket',
  CALL: 'the call',
  DOCUMENT: 'the document',
  OTHER: 'the reference',
};

export const referencesEvents = {
  ReferenceBound: event({
    schemaVersion: 1,
    description:
      'Something in another system was bound to the incident, or what is known of it was changed',
    data: {
      referenceKind: oneOf('What it is', referenceKind),
      system,
      externalKey,
      url: optional(text('Where to open it', 2_000)),
      caption: optional(text('What people call it', 200)),
      again: optional(flag('Whether it was bound before, and only what is known of it changed')),
    },
    says: (data, { actor }) =>
      `${actor} bound ${called[data.referenceKind]} ` +
      `${excerpt(data.caption ?? data.externalKey)} in ${data.system}`,
  }),

  ReferenceUnbound: event({
    schemaVersion: 1,
    description: 'Something in another system no longer belongs to the incident',
    data: { system, externalKey },
    says: (data, { actor }) => `${actor} unbound ${data.externalKey} in ${data.system}`,
  }),
} satisfies EventMap;
