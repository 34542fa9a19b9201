import type { Instant } from '../kernel/instant.js';
import type { ReadSession } from '../platform/database/read-session.js';
import { eventColumns, type EventRow } from './rows.js';

/** Which events; what is absent is not asked for. Times are those of recording. */
export type AuditFilter = {
  readonly actor?: string | undefined;
  readonly types?: readonly string[] | undefined;
  readonly from?: Instant | undefined;
  /** Not included. */
  readonly until?: Instant | undefined;
};

export type AuditStretch = {
  /** `recordedAt` and position of the last one seen. */
  readonly beyond: readonly [string, number] | undefined;
  /** From the oldest on. */
  readonly backward: boolean;
  readonly limit: number;
};

/**
 * The events of the streams that admins change, newest first. The names of the streams are those
 * of the index `events_of_admins`, which holds no others.
 */
export const readAuditPage = (
  reads: ReadSession,
  { actor, types, from = '-infinity', until = 'infinity' }: AuditFilter,
  { beyond, backward, limit }: AuditStretch,
): Promise<readonly EventRow[]> => {
  const [at, position] = beyond ?? (backward ? ['-infinity', 0] : ['infinity', 0]);
  const order = backward ? 'asc' : 'desc';
  return reads.query<EventRow>(
    `select ${eventColumns} from bridgelog.events e
      where e.organization = $1 and e.stream_type in ('organization', 'playbook')
        and e.recorded_at >= $2 and e.recorded_at < $3
        and (e.recorded_at, e.position) ${backward ? '>' : '<'} ($4, $5)
        and ($6::text is null or e.actor = $6) and ($7::text[] is null or e.type = any ($7))
      order by e.recorded_at ${order}, e.position ${order} limit $8`,
    [reads.organization, from, until, at, position, actor, types, limit],
  );
};
