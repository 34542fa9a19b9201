import type { Actor } from '../../kernel/event.js';
import type { Instant } from '../../kernel/instant.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import { actorOf } from './actor-of.js';

/** An action as it stands, open or ended. */
export type ActionView = {
  readonly id: string;
  readonly incident: string;
  readonly target: string;
  readonly kind: string;
  readonly intent: string;
  readonly remark: string | null;
  readonly startedBy: Actor;
  readonly startedAt: Instant;
  readonly leaseUntil: Instant;
  readonly outcome: string | null;
  readonly finishedAt: Instant | null;
};

type Row = Omit<ActionView, 'startedBy'> & { readonly startedBy: string };

/** The actions with these ids, in any order. */
export const readActions = async (
  reads: ReadSession,
  ids: readonly string[],
): Promise<readonly ActionView[]> => {
  const rows = await reads.query<Row>(
    `select id, incident, target, kind, intent, description as remark, started_by as "startedBy",
        bridgelog.instant(started_at) as "startedAt", bridgelog.instant(lease_until) as "leaseUntil",
        outcome, bridgelog.instant(finished_at) as "finishedAt"
      from bridgelog.actions where organization = $1 and id = any ($2::text[])`,
    [reads.organization, ids],
  );
  return rows.map((row) => ({ ...row, startedBy: actorOf(row.startedBy) }));
};

/** The actions of these incidents that are being carried out, oldest first. */
export const readOpenActions = (
  reads: ReadSession,
  incidents: readonly string[],
): Promise<readonly { readonly id: string; readonly incident: string }[]> =>
  reads.query(
    `select id, incident from bridgelog.actions
      where organization = $1 and incident = any ($2::text[]) and finished_at is null
      order by started_at, id`,
    [reads.organization, incidents],
  );

/** What people call an action: "the rollback of service/checkout". */
export const readActionNames = async (
  reads: ReadSession,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (await readActions(reads, ids)).map(({ id, kind, target }) => [
      id,
      `the ${kind.toLowerCase().replaceAll('_', ' ')} of ${target}`,
    ]),
  );
