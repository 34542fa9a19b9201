import { event } from '../../kernel/event.js';
import type { EventMap, EventOf } from '../../kernel/event.js';
import { integer, optional, text } from '../../kernel/field.js';
import { content } from './content.js';

export type { PlaybookContent, PlaybookRule } from './content.js';

const playbookName = text('What the playbook is called by programs', 60);

/** Stored for good: add optional fields, never rename or repurpose one. */
export const playbookEvents = {
  PlaybookCreated: event({
    schemaVersion: 1,
    description: 'There is another playbook; its first version follows',
    data: { playbookName },
    says: (data, { actor }) => `${actor} created the playbook ${data.playbookName}`,
  }),

  PlaybookVersionPublished: event({
    schemaVersion: 1,
    description: 'A playbook says something else from now on, for incidents that begin with it',
    data: {
      playbookName,
      playbookVersion: integer('The number of the version: 1, 2, 3 and so on', 1),
      content,
    },
    says: (data, { actor }) =>
      `${actor} published version ${data.playbookVersion} of the playbook ${data.playbookName}`,
  }),

  PlaybookRetired: event({
    schemaVersion: 1,
    description: 'A playbook is not chosen any more; incidents that run it go on with it',
    data: { playbookName, reason: optional(text('Why it is retired', 2_000)) },
    says: (data, { actor }) => `${actor} retired the playbook ${data.playbookName}`,
  }),
} satisfies EventMap;

export type PlaybookEvent = EventOf<typeof playbookEvents>;
