import type { FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { OrganizationEvent } from '../domain/events.js';

/** `id` is that of the organization itself. */
export const organizationRows = (
  id: string,
  events: readonly FoldedEvent<OrganizationEvent>[],
): readonly InlineRow[] =>
  events
    .filter((event) => event.type === 'OrganizationCreated')
    .map(({ data: { name } }) => ({ table: 'organizations', id, columns: { name } }));
