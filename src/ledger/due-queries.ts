import type { Instant } from '../kernel/instant.js';
import type { ReadSession } from '../platform/database/read-session.js';

/** A time at which a stream is looked at again. */
export type DueRow = { readonly streamId: string; readonly subject: string; readonly at: Instant };

/** What is due of one kind in these streams, soonest first. */
export const readDue = (
  reads: ReadSession,
  kind: string,
  streams: readonly string[],
): Promise<readonly DueRow[]> =>
  reads.query<DueRow>(
    `select stream as "streamId", subject, bridgelog.instant(at) as at from bridgelog.due
      where organization = $1 and stream = any ($2) and kind = $3 order by at, stream, subject`,
    [reads.organization, streams, kind],
  );
