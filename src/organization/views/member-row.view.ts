import type { FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { OrganizationEvent } from '../domain/events.js';

/** One per person, also when they are invited again. */
export const memberRows = (
  events: readonly FoldedEvent<OrganizationEvent>[],
): readonly InlineRow[] =>
  events.flatMap((event) => {
    const columns = columnsOf(event);
    return columns && 'member' in event.data
      ? [{ table: 'members', id: event.data.member, columns }]
      : [];
  });

const columnsOf = (event: FoldedEvent<OrganizationEvent>): InlineRow['columns'] | undefined => {
  if (event.type === 'MemberInvited') {
    const { fullName: name, email = null, role } = event.data;
    return { name, email, role, removed_at: null };
  }
  if (event.type === 'MemberRenamed') return { name: event.data.fullName };
  if (event.type === 'MemberRoleChanged') return { role: event.data.role };
  if (event.type === 'MemberRemoved') return { removed_at: event.occurredAt };
  const isOfInvitation = event.type === 'IdentityUnbound' && event.data.binding === undefined;
  return isOfInvitation ? { email: null } : undefined;
};
