import type { FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { OrganizationEvent } from '../domain/events.js';

export const memberRows = (
  events: readonly FoldedEvent<OrganizationEvent>[],
): readonly InlineRow[] =>
  events
    .filter((event) => event.type === 'MemberInvited')
    .map(({ data: { member, fullName: name, email = null, role } }) => ({
      table: 'members',
      id: member,
      columns: { name, email, role },
    }));
