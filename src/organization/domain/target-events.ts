import { event } from '../../kernel/event.js';
import type { EventMap } from '../../kernel/event.js';
import { optional, text } from '../../kernel/field.js';

/** What things are called. */
export const targetEvents = {
  ServiceDefined: event({
    schemaVersion: 1,
    description: 'A service was made known, or is known by other words from now on',
    data: {
      slug: text('The name of the service in ids and targets, such as `checkout`', 80),
      title: text('What people call it', 200),
      team: optional(text('Who owns it', 200)),
      target: text('What actions on it name as their target', 200),
      description: optional(text('What it does', 2_000)),
    },
    says: (data, { actor }) => `${actor} defined the service ${data.slug}: ${data.title}`,
  }),

  ServiceRetired: event({
    schemaVersion: 1,
    description: 'A service is run no more; what was done to it stays on record',
    data: { slug: text('The name of the service in ids and targets, such as `checkout`', 80) },
    says: (data, { actor }) => `${actor} retired the service ${data.slug}`,
  }),

  TargetAliased: event({
    schemaVersion: 1,
    description: 'A target, and all within it, got another name',
    data: {
      alias: text('The other name', 200),
      target: text('The target that it stands for', 200),
    },
    says: (data, { actor }) => `${actor} made ${data.alias} stand for ${data.target}`,
  }),

  TargetAliasRemoved: event({
    schemaVersion: 1,
    description: 'A name stands for no other target any more',
    data: { alias: text('The other name', 200) },
    says: (data, { actor }) => `${actor} removed the alias ${data.alias}`,
  }),
} satisfies EventMap;
