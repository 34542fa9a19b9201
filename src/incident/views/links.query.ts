import type { Instant } from '../../kernel/instant.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import type { SuspectStatus } from '../domain/suspects/choices.js';

/** Which change is linked to which incident, and who said so last: `mem_...`, `int_...` or a policy. */
export type LinkRow = {
  readonly change: string;
  readonly status: SuspectStatus;
  readonly statusBy: string;
};

/** All that were ever linked to the incident, or only this one. */
export const readLinks = (
  reads: ReadSession,
  incident: string,
  change?: string,
): Promise<readonly LinkRow[]> =>
  reads.query<LinkRow>(
    `select change, status, status_by as "statusBy" from bridgelog.incident_changes
      where organization = $1 and incident = $2 and ($3::text is null or change = $3)`,
    [reads.organization, incident, change],
  );

/** The incidents to which a change is linked, by change, newest link first. */
export const incidentsOfChanges = (
  reads: ReadSession,
  changes: readonly string[],
): Promise<readonly { readonly change: string; readonly incident: string }[]> =>
  reads.query(
    `select change, incident from bridgelog.incident_changes
      where organization = $1 and change = any ($2::text[]) and status <> 'UNLINKED'
      order by linked_at desc, incident`,
    [reads.organization, changes],
  );

/**
 * The incidents for which a change of this time may be a suspect, and those of which it is one:
 * all but closed ones, whose record is complete.
 */
export const incidentsConcerned = async (
  reads: ReadSession,
  change: string,
  impact: { readonly from: Instant; readonly to: Instant },
): Promise<readonly string[]> => {
  const rows = await reads.query<{ id: string }>(
    `select id from bridgelog.incidents i
      where organization = $1 and phase <> 'CLOSED' and (
        impact_started_at between $3 and $4
        or id in (select l.incident from bridgelog.incident_changes l
          where l.organization = $1 and l.change = $2 and l.status = 'SUSPECT'))
      order by id`,
    [reads.organization, change, impact.from, impact.to],
  );
  return rows.map(({ id }) => id);
};
