import type { Instant } from '../../kernel/instant.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import type { Stretch } from './stretch.js';

/** A role that somebody has or had, from its assignment on. */
export type RoleView = {
  /** The event that assigned it. */
  readonly id: string;
  readonly incident: string;
  /** Its place among the assignments of its incident: the version of the incident. */
  readonly nth: number;
  readonly role: string;
  readonly subject: string | null;
  readonly member: string;
  readonly assignedAt: Instant;
  readonly assignedBy: string;
  readonly releasedAt: Instant | null;
  readonly releasedBy: string | null;
  readonly reassignedTo: string | null;
};

const columns = `id, incident, nth, role, subject, member,
  bridgelog.instant(assigned_at) as "assignedAt", assigned_by as "assignedBy",
  bridgelog.instant(released_at) as "releasedAt", released_by as "releasedBy",
  reassigned_to as "reassignedTo"`;

/** The roles of these incidents that are held, in the order in which they were assigned. */
export const readHeldRoles = (
  reads: ReadSession,
  incidents: readonly string[],
): Promise<readonly RoleView[]> =>
  reads.query(
    `select ${columns} from bridgelog.roles
      where organization = $1 and incident = any ($2::text[]) and released_at is null order by nth`,
    [reads.organization, incidents],
  );

/** All assignments of an incident in order, or from the last one back. */
export const readRoleHistory = (
  reads: ReadSession,
  incident: string,
  { beyond, backward, limit }: Stretch<number>,
): Promise<readonly RoleView[]> =>
  reads.query(
    `select ${columns} from bridgelog.roles
      where organization = $1 and incident = $2
        and ($3::int is null or nth ${backward ? '<' : '>'} $3)
      order by nth ${backward ? 'desc' : 'asc'} limit $4`,
    [reads.organization, incident, beyond, limit],
  );
