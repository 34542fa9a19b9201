import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Events and streams as an application has them that keeps no chain and knows no roles. */
const tables = `
  create table events (
    position bigserial primary key,
    organization uuid not null,
    stream text not null,
    version integer not null,
    id uuid not null,
    type text not null,
    actor text not null,
    recorded_at timestamptz not null default now(),
    payload text not null,
    unique (organization, stream, version)
  );
  create table streams (
    organization uuid not null,
    id text not null,
    version integer not null,
    state text not null,
    primary key (organization, id)
  )`;

/** The tables in an empty database, and so many connections to it. */
export const plainTables = async (ownerUrl: string, connections: number): Promise<pg.Pool> => {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: connections });
  await pool.query(tables);
  return pool;
};

type PlainEvent = {
  readonly organization: string;
  readonly stream: string;
  /** Of the stream, after the event. */
  readonly version: number;
  readonly payload: string;
};

/** Inserts one event; the unique key refuses a version that is taken. */
export const insertEvent = (on: pg.Pool | pg.PoolClient, event: PlainEvent) =>
  on.query({
    name: 'insert-event',
    text: `insert into events (organization, stream, version, id, type, actor, payload)
      values ($1, $2, $3, $4, 'NoteAdded', 'bench', $5)`,
    values: [event.organization, event.stream, event.version, randomUUID(), event.payload],
  });

/** Throws unless the organizations have so many events, in streams without a hole. */
export const checkEvents = async (
  pool: pg.Pool,
  organizations: readonly string[],
  acknowledged: number,
): Promise<void> => {
  const { rows } = await pool.query<{ events: number; dense: boolean | null }>(
    `select coalesce(sum(events), 0)::int as events, bool_and(events = last) as dense
      from (select count(*) as events, max(version) as last from events
        where organization = any ($1) group by organization, stream) streams`,
    [organizations],
  );
  const stored = rows[0]?.events;
  if (stored !== acknowledged) {
    throw new Error(`${acknowledged} events were acknowledged, and ${stored} are stored`);
  }
  if (rows[0]?.dense === false) throw new Error('a stream has a hole');
};
