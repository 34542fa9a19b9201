import type { FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { OrganizationEvent } from '../domain/events.js';

export const integrationRows = (
  events: readonly FoldedEvent<OrganizationEvent>[],
): readonly InlineRow[] =>
  events.flatMap((event) => {
    if (event.type === 'IntegrationAdded')
      return [row(event.data.integration, { name: event.data.name, removed_at: null })];
    if (event.type === 'IntegrationRemoved')
      return [row(event.data.integration, { removed_at: event.occurredAt })];
    return [];
  });

const row = (integration: string, columns: InlineRow['columns']): InlineRow => ({
  table: 'integrations',
  id: integration,
  columns,
});
