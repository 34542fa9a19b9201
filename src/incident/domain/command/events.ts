import { event } from '../../../kernel/event.js';
import type { EventMap } from '../../../kernel/event.js';
import { id, integer } from '../../../kernel/field.js';

export const commandEvents = {
  CommandTaken: event({
    schemaVersion: 1,
    description: 'A person took command while nobody commanded',
    data: {
      term: integer('Counts the times that somebody came into command, from 1 up', 1),
      member: id('The person who commands from now on', 'mem'),
    },
    says: ({ term, member }, names) => `${names.of(member)} took command (term ${term})`,
  }),
} satisfies EventMap;
