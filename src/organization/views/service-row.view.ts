import type { FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { OrganizationEvent } from '../domain/events.js';

export const serviceRows = (
  events: readonly FoldedEvent<OrganizationEvent>[],
): readonly InlineRow[] =>
  events
    .filter((event) => event.type === 'ServiceDefined')
    .map(({ data: { slug, title, team = null, target, description = null } }) => ({
      table: 'services',
      id: slug,
      columns: { title, team, target, description },
    }));
