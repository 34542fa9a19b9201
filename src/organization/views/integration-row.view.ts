import type { FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { OrganizationEvent } from '../domain/events.js';

export const integrationRows = (
  events: readonly FoldedEvent<OrganizationEvent>[],
): readonly InlineRow[] =>
  events
    .filter((event) => event.type === 'IntegrationAdded')
    .map(({ data: { integration, name } }) => ({
      table: 'integrations',
      id: integration,
      columns: { name },
    }));
