import type { FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { OrganizationEvent } from '../domain/events.js';

/** A service that was retired stays as a row until it is defined again. */
export const serviceRows = (
  events: readonly FoldedEvent<OrganizationEvent>[],
): readonly InlineRow[] =>
  events.flatMap((event) => {
    if (event.type === 'ServiceDefined') {
      const { slug, title, team = null, target, description = null } = event.data;
      return [row(slug, { title, team, target, description, retired_at: null })];
    }
    if (event.type === 'ServiceRetired')
      return [row(event.data.slug, { retired_at: event.occurredAt })];
    return [];
  });

const row = (slug: string, columns: InlineRow['columns']): InlineRow => ({
  table: 'services',
  id: slug,
  columns,
});
