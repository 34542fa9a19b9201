import type pg from 'pg';
import type { Instant } from '../kernel/instant.js';
import { withinOrganization } from '../platform/database/organization-scope.js';
import type { AppendKey } from './group.js';

/** A stream as it stands: version 0 and no state before its first event. */
export type Head<S> = {
  readonly version: number;
  readonly state: S;
  /** The position of the organization's ledger that this reflects. */
  readonly position: number;
  readonly now: Instant;
};

/** What an idempotency key recorded. */
export type RecordedKey = {
  readonly requestHash: Buffer;
  readonly streamId: string;
  readonly firstVersion: number;
  readonly lastVersion: number;
  /** The last position of the whole group: beyond the stream's own events if it had others. */
  readonly position: number;
};

type HeadRow = {
  position: number | null;
  now: string;
  version: number | null;
  state: string | null;
  request_hash: Buffer | null;
  key_stream: string;
  first_version: number;
  last_version: number;
  key_position: number;
};

const headQuery = `
  select l.position, bridgelog.instant(bridgelog.bridgelog_now()) as now, s.version, s.state,
      k.request_hash, k.stream as key_stream, k.first_version, k.last_version,
      k.position as key_position
    from (select $1::uuid as organization) o
    left join bridgelog.ledgers l on l.organization = o.organization
    left join bridgelog.streams s on s.organization = o.organization and s.id = $2
    left join bridgelog.append_keys k
      on k.organization = o.organization and k.scope = $3 and k.key = $4`;

/** Reads the head of a stream, and what a key recorded if one is given. */
export const loadHead = async <S>(
  pool: pg.Pool,
  place: { organization: string; streamId: string; initial: S },
  key: Pick<AppendKey, 'scope' | 'key'> | undefined,
): Promise<{ head: Head<S>; recorded: RecordedKey | undefined }> => {
  const { rows } = await withinOrganization(pool, place.organization, (client) =>
    client.query<HeadRow>({
      name: 'bridgelog-head',
      text: headQuery,
      values: [place.organization, place.streamId, key?.scope, key?.key],
    }),
  );
  const row = rows[0];
  if (!row) throw new Error('the head query answers one row');
  return {
    head: {
      version: row.version ?? 0,
      state: row.state === null ? place.initial : (JSON.parse(row.state) as S),
      position: row.position ?? 0,
      now: row.now,
    },
    recorded: row.request_hash
      ? {
          requestHash: row.request_hash,
          streamId: row.key_stream,
          firstVersion: row.first_version,
          lastVersion: row.last_version,
          position: row.key_position,
        }
      : undefined,
  };
};
