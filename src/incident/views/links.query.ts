import type { Instant } from '../../kernel/instant.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import { over } from '../domain/choices.js';
import type { SuspectStatus } from '../domain/suspects/choices.js';

/** Which change is linked to which incident, and who said so last: `mem_...`, `int_...` or a policy. */
export type LinkRow = {
  readonly change: string;
  readonly status: SuspectStatus;
  readonly statusBy: string;
};

const links = `select change, status, status_by as "statusBy" from bridgelog.incident_changes
  where organization = $1`;

/** All of an incident, but for what only policy has unlinked: of that, there may be very much. */
export const readLinks = (reads: ReadSession, incident: string): Promise<readonly LinkRow[]> =>
  reads.query<LinkRow>(
    `${links} and incident = $2 and (status <> 'UNLINKED' or starts_with(status_by, 'mem_')
      or starts_with(status_by, 'int_'))`,
    [reads.organization, incident],
  );

/** That of one change, if it was ever linked to the incident. */
export const readLink = async (
  reads: ReadSession,
  incident: string,
  change: string,
): Promise<LinkRow | undefined> =>
  (
    await reads.query<LinkRow>(`${links} and id = $2`, [
      reads.organization,
      `${incident} ${change}`,
    ])
  )[0];

/** The incidents to which a change is linked, by change: the `limit` newest links, newest first. */
export const incidentsOfChanges = (
  reads: ReadSession,
  changes: readonly string[],
  limit: number,
): Promise<readonly { readonly change: string; readonly incident: string }[]> =>
  reads.query(
    `select linked.* from unnest($2::text[]) asked(change)
      cross join lateral (
        select l.change, l.incident from bridgelog.incident_changes l
          where l.organization = $1 and l.change = asked.change and l.status <> 'UNLINKED'
          order by l.linked_at desc, l.incident limit $3
      ) linked`,
    [reads.organization, changes, limit],
  );

/**
 * The incidents for which a change of this time may be a suspect, and those of which it is one:
 * all but those that are over, whose record is complete.
 */
export const incidentsConcerned = async (
  reads: ReadSession,
  change: string,
  impact: { readonly from: Instant; readonly to: Instant },
): Promise<readonly string[]> => {
  const rows = await reads.query<{ id: string }>(
    `select id from bridgelog.incidents
        where organization = $1 and phase <> all ($5) and impact_started_at between $3 and $4
      union
      select i.id from bridgelog.incident_changes l
        join bridgelog.incidents i on i.organization = l.organization and i.id = l.incident
        where l.organization = $1 and l.change = $2 and l.status = 'SUSPECT'
          and i.phase <> all ($5)
      order by id`,
    [reads.organization, change, impact.from, impact.to, over],
  );
  return rows.map(({ id }) => id);
};
