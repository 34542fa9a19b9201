import type { Actor } from '../../kernel/event.js';
import type { Instant } from '../../kernel/instant.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import type { SuspectStatus } from '../domain/suspects/choices.js';
import { actorOf } from '../../kernel/actor-of.js';

/** A change that is, or was, linked to an incident. */
export type SuspectView = {
  readonly incident: string;
  readonly change: string;
  /** Of the change. */
  readonly title: string;
  readonly service: string | null;
  readonly status: SuspectStatus;
  readonly statusBy: Actor;
  readonly statusAt: Instant;
  readonly linkedBy: Actor;
  readonly linkedAt: Instant;
  readonly reason: string | null;
  readonly evidence: readonly string[];
  /** Of the change before the impact, as both are known now; negative if it began after it. */
  readonly secondsBefore: number | null;
};

type Row = Omit<SuspectView, 'statusBy' | 'linkedBy'> & {
  readonly statusBy: string;
  readonly linkedBy: string;
};

/** The times stand where they may be corrected: of the impact, and of the change. */
const suspects = `
  select l.incident, l.change, l.status, l.status_by as "statusBy",
      bridgelog.instant(l.status_at) as "statusAt", l.linked_by as "linkedBy",
      bridgelog.instant(l.linked_at) as "linkedAt", l.reason, l.evidence,
      c.title, c.service,
      floor(extract(epoch from i.impact_started_at - c.happened_at))::float8 as "secondsBefore",
      row_number() over (partition by l.incident order by
        abs(extract(epoch from i.impact_started_at - c.happened_at)), c.happened_at desc, l.change
      )::int as rank
    from bridgelog.incident_changes l
    join bridgelog.incidents i on i.organization = l.organization and i.id = l.incident
    join bridgelog.changes c on c.organization = l.organization and c.id = l.change
    where l.organization = $1`;

const asView = ({ statusBy, linkedBy, ...row }: Row): SuspectView => ({
  ...row,
  statusBy: actorOf(statusBy),
  linkedBy: actorOf(linkedBy),
});

/** The `limit` nearest of each incident that have one of these statuses, nearest first. */
export const nearestSuspects = async (
  reads: ReadSession,
  incidents: readonly string[],
  statuses: readonly SuspectStatus[],
  limit: number,
): Promise<readonly SuspectView[]> => {
  const rows = await reads.query<Row>(
    `select * from (${suspects} and l.incident = any ($2::text[]) and l.status = any ($3::text[])) s
      where rank <= $4 order by incident, rank`,
    [reads.organization, incidents, statuses, limit],
  );
  return rows.map(asView);
};

/** The one of an incident that is this change, if it was ever linked. */
export const suspectOf = async (
  reads: ReadSession,
  incident: string,
  change: string,
): Promise<SuspectView | undefined> => {
  const [row] = await reads.query<Row>(`${suspects} and l.id = $2`, [
    reads.organization,
    `${incident} ${change}`,
  ]);
  return row && asView(row);
};
