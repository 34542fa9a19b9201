import type { Instant } from '../kernel/instant.js';
import type { ReadSession } from '../platform/database/read-session.js';
import { eventColumns, type EventRow } from './rows.js';

/** Rows of events for reads of one operation; decode them with `EventReader.decode`. */
export type StreamPage = {
  readonly organization: string;
  readonly streamId: string;
  /** Only versions beyond it: above, or below when `backward`. */
  readonly beyond: number | undefined;
  readonly backward: boolean;
  readonly limit: number;
};

export const readStreamPage = (
  reads: ReadSession,
  { organization, streamId, beyond, backward, limit }: StreamPage,
): Promise<readonly EventRow[]> =>
  reads.query<EventRow>(
    `select ${eventColumns} from bridgelog.events e
      where e.organization = $1 and e.stream = $2
        and e.version ${backward ? '<' : '>'} $3
      order by e.version ${backward ? 'desc' : 'asc'} limit $4`,
    [organization, streamId, beyond ?? (backward ? 2_147_483_647 : 0), limit],
  );

export const readEventsById = (
  reads: ReadSession,
  organization: string,
  ids: readonly string[],
): Promise<readonly EventRow[]> =>
  reads.query<EventRow>(
    `select ${eventColumns} from bridgelog.events e
      where e.organization = $1 and e.id = any ($2::text[])`,
    [organization, ids],
  );

/** When these events were recorded. */
export const readRecordedAt = async (
  reads: ReadSession,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Instant>> => {
  if (ids.length === 0) return new Map();
  const rows = await reads.query<{ id: string; at: Instant }>(
    `select id, bridgelog.instant(recorded_at) as at from bridgelog.events
      where organization = $1 and id = any ($2::text[])`,
    [reads.organization, ids],
  );
  return new Map(rows.map(({ id, at }) => [id, at]));
};

/** The head states of streams, as stored. */
export type StateRow = { readonly id: string; readonly version: number; readonly state: string };

export const readStates = (
  reads: ReadSession,
  organization: string,
  ids: readonly string[],
): Promise<readonly StateRow[]> =>
  reads.query<StateRow>(
    `select id, version, state from bridgelog.streams
      where organization = $1 and id = any ($2::text[])`,
    [organization, ids],
  );

/** Which of these streams the viewer of the session sees. */
export const readVisible = async (
  reads: ReadSession,
  organization: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows = await reads.query<{ id: string }>(
    'select id from bridgelog.streams where organization = $1 and id = any ($2::text[])',
    [organization, ids],
  );
  return new Set(rows.map(({ id }) => id));
};

/** The epoch of an organization's ledger: 1 until a backup is restored. */
export const readEpoch = async (reads: ReadSession, organization: string): Promise<number> => {
  const rows = await reads.query<{ epoch: number }>(
    'select epoch from bridgelog.ledgers where organization = $1',
    [organization],
  );
  return rows[0]?.epoch ?? 1;
};

/** Which of these ids are events of the stream. */
export const eventsOfStream = async (
  reads: ReadSession,
  streamId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows = await reads.query<{ id: string }>(
    `select id from bridgelog.events
      where organization = $1 and stream = $2 and id = any ($3::text[])`,
    [reads.organization, streamId, ids],
  );
  return new Set(rows.map(({ id }) => id));
};
