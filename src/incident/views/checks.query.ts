import type { Actor } from '../../kernel/event.js';
import type { Instant } from '../../kernel/instant.js';
import type { ReadSession } from '../../platform/database/read-session.js';
import type { CheckStatus } from '../domain/checks/choices.js';
import { checkRowId } from './check-row.view.js';
import { actorOf } from '../../kernel/actor-of.js';

/** A check as it stands. */
export type CheckView = {
  readonly check: string;
  readonly title: string;
  readonly lookAt: readonly { readonly title: string; readonly text: string }[];
  readonly incident: string;
  readonly status: CheckStatus;
  readonly startedBy: Actor | null;
  readonly startedAt: Instant | null;
  /** Who completed or skipped it, or revised it last. */
  readonly endedBy: Actor | null;
  readonly endedAt: Instant | null;
  readonly summary: string | null;
  readonly reason: string | null;
  readonly evidence: readonly string[];
};

type Row = Omit<CheckView, 'startedBy' | 'endedBy'> & {
  readonly startedBy: string | null;
  readonly endedBy: string | null;
};

const columns = `incident, check_key as "check", title, look_at as "lookAt", status,
  started_by as "startedBy", bridgelog.instant(started_at) as "startedAt",
  ended_by as "endedBy", bridgelog.instant(ended_at) as "endedAt", summary, reason, evidence`;

/** The checks of these incidents, in no order: that stands in the incident. */
export const readChecks = async (
  reads: ReadSession,
  incidents: readonly string[],
): Promise<readonly CheckView[]> => {
  const rows = await reads.query<Row>(
    `select ${columns} from bridgelog.checks
      where organization = $1 and incident = any ($2::text[]) and dropped is not true`,
    [reads.organization, incidents],
  );
  return rows.map(viewOf);
};

/** The check of an incident with this key, if there is one. */
export const readCheck = async (
  reads: ReadSession,
  incident: string,
  check: string,
): Promise<CheckView | undefined> => {
  const [row] = await reads.query<Row>(
    `select ${columns} from bridgelog.checks where organization = $1 and id = $2
      and dropped is not true`,
    [reads.organization, checkRowId(incident, check)],
  );
  return row && viewOf(row);
};

const viewOf = (row: Row): CheckView => ({
  ...row,
  startedBy: row.startedBy === null ? null : actorOf(row.startedBy),
  endedBy: row.endedBy === null ? null : actorOf(row.endedBy),
});
