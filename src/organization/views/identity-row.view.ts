import type { FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { OrganizationEvent } from '../domain/events.js';

/** One per binding, under the id of its event. */
export const identityRows = (
  events: readonly FoldedEvent<OrganizationEvent>[],
): readonly InlineRow[] =>
  events.flatMap((event) => {
    if (event.type === 'IdentityBound') {
      const { member, system, externalId } = event.data;
      return [row(event.id, { member, system, external_id: externalId, unbound_at: null })];
    }
    if (event.type !== 'IdentityUnbound' || event.data.binding === undefined) return [];
    return [row(event.data.binding, { unbound_at: event.occurredAt })];
  });

const row = (binding: string, columns: InlineRow['columns']): InlineRow => ({
  table: 'identities',
  id: binding,
  columns,
});
