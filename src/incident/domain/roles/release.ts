import type { IncidentEvent } from '../events.js';
import type { HeldRole, RolesFacts } from './role.js';

type Circumstances = {
  readonly reassignedTo?: string | undefined;
  readonly directedIn?: number | undefined;
  readonly remark?: string | undefined;
};

/** The end of a role that somebody holds. */
export const released = (
  { assignment, member, incidentRole, subject }: HeldRole,
  circumstances: Circumstances = {},
): IncidentEvent => ({
  type: 'RoleReleased',
  data: { assignment, member, incidentRole, subject, ...circumstances },
});

/** The end of every role that this person holds. */
export const releasedBy = (member: string, { roles }: RolesFacts): IncidentEvent[] =>
  roles.filter((held) => held.member === member).map((held) => released(held));
