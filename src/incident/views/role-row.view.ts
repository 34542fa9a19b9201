import type { FoldedEvent } from '../../kernel/event.js';
import type { InlineRow } from '../../kernel/stream.js';
import type { IncidentEvent } from '../domain/events.js';

type Happened = FoldedEvent<IncidentEvent>;
type Of<T extends IncidentEvent['type']> = Extract<Happened, { readonly type: T }>;

/** The roles in an incident: a row for each assignment, completed when the role is released. */
export const roleRows = (events: readonly Happened[], incident: string): readonly InlineRow[] =>
  events.flatMap((event) => {
    if (event.type === 'RoleAssigned') return [assigned(event, incident)];
    if (event.type === 'RoleReleased') return [released(event)];
    return [];
  });

const assigned = (
  { id, version, data, actor, occurredAt }: Of<'RoleAssigned'>,
  incident: string,
): InlineRow => ({
  table: 'roles',
  id,
  columns: {
    incident,
    nth: version,
    role: data.incidentRole,
    subject: data.subject ?? null,
    member: data.member,
    assigned_at: occurredAt,
    assigned_by: actor.id,
    released_at: null,
    released_by: null,
    reassigned_to: null,
  },
});

const released = ({ data, actor, occurredAt }: Of<'RoleReleased'>): InlineRow => ({
  table: 'roles',
  id: data.assignment,
  columns: {
    released_at: occurredAt,
    released_by: actor.id,
    reassigned_to: data.reassignedTo ?? null,
  },
});
