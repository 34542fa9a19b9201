import type { Instant } from '../../kernel/instant.js';
import type { ReadSession } from '../../platform/database/read-session.js';

/** The lease of an open action, and the event that gave it. */
export type Lease = {
  readonly incident: string;
  readonly action: string;
  readonly by: string;
  readonly until: Instant;
};

/** The leases of the open actions of these incidents. */
export const readLeases = (
  reads: ReadSession,
  incidents: readonly string[],
): Promise<readonly Lease[]> =>
  reads.query<Lease>(
    `select incident, id as action, leased_by as by, bridgelog.instant(lease_until) as until
      from bridgelog.actions
      where organization = $1 and incident = any ($2::text[]) and status = 'STARTED'
        and leased_by is not null
      order by incident, id`,
    [reads.organization, incidents],
  );
