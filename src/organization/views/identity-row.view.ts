import type { FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { OrganizationEvent } from '../domain/events.js';

/** One per binding, under the id of its event. */
export const identityRows = (
  events: readonly FoldedEvent<OrganizationEvent>[],
): readonly InlineRow[] =>
  events
    .filter((event) => event.type === 'IdentityBound')
    .map(({ id, data: { member, system, externalId } }) => ({
      table: 'identities',
      id,
      columns: { member, system, external_id: externalId },
    }));
