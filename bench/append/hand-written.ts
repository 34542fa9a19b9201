import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { newId } from '../../src/platform/ids.js';
import { inTurn, noNotes, payloads, statesOf, Walk, withNote, type Notes } from './content.js';
import { checkEvents, insertEvent, plainTables } from './plain-tables.js';
import type { Cell, OpenStore, Trial } from './store.js';

/** What a good application does by hand: begin, select, update or insert, insert, commit. */
export const openStore: OpenStore = async (ownerUrl) => {
  const pool = await plainTables(ownerUrl, 10);
  return { prepare: (cell) => trial(pool, cell), close: () => pool.end() };
};

const trial = async (pool: pg.Pool, cell: Cell): Promise<Trial> => {
  const count = cell.workload === 'organizations' ? cell.callers : 1;
  const organizations = Array.from({ length: count }, () => randomUUID());
  const states = statesOf(cell.stateSize);
  const incident = newId('inc');
  if (cell.workload === 'incident') {
    await pool.query('insert into streams values ($1, $2, 0, $3)', [
      organizations[0],
      incident,
      JSON.stringify(noNotes),
    ]);
  }
  let callers = 0;
  return {
    eventsPerCall: 1,
    caller: () => {
      const organization = inTurn(organizations, callers++);
      return cell.workload === 'incident'
        ? noteTaker(pool, { organization, stream: incident })
        : appender(pool, organization, states);
    },
    check: (acknowledged) => checkEvents(pool, organizations, acknowledged),
  };
};

const appender = (pool: pg.Pool, organization: string, states: readonly string[]) => {
  const walk = new Walk();
  return () => {
    const { stream, version } = walk.next();
    const place = { organization, stream };
    return inTransaction(pool, async (client) => {
      const found = await client.query<{ version: number }>({
        name: 'version',
        text: 'select version from streams where organization = $1 and id = $2',
        values: [organization, stream],
      });
      if ((found.rows[0]?.version ?? 0) !== version) throw new Error('the stream moved');
      await (version === 0 ? create : advance)(client, place, version, inTurn(states, version));
      await insertEvent(client, {
        ...place,
        version: version + 1,
        payload: inTurn(payloads, version),
      });
    });
  };
};

/** Locks the incident before it decides: nobody has to try again. */
const noteTaker = (pool: pg.Pool, place: Place) => () =>
  inTransaction(pool, async (client) => {
    const found = await client.query<{ version: number; state: string }>({
      name: 'state',
      text: 'select version, state from streams where organization = $1 and id = $2 for update',
      values: [place.organization, place.stream],
    });
    const [row] = found.rows;
    if (!row) throw new Error('the incident is missing');
    const state = withNote(JSON.parse(row.state) as Notes, newId('evt'));
    await advance(client, place, row.version, JSON.stringify(state));
    const payload = inTurn(payloads, row.version);
    await insertEvent(client, { ...place, version: row.version + 1, payload });
  });

type Place = { readonly organization: string; readonly stream: string };

const create = (client: pg.PoolClient, place: Place, version: number, state: string) =>
  client.query({
    name: 'create',
    text: 'insert into streams (organization, id, version, state) values ($1, $2, $3, $4)',
    values: [place.organization, place.stream, version + 1, state],
  });

const advance = async (client: pg.PoolClient, place: Place, version: number, state: string) => {
  const { rowCount } = await client.query({
    name: 'advance',
    text: `update streams set version = version + 1, state = $4
      where organization = $1 and id = $2 and version = $3`,
    values: [place.organization, place.stream, version, state],
  });
  if (rowCount !== 1) throw new Error('the stream moved');
};

const inTransaction = async (
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<void>,
): Promise<void> => {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await work(client);
    await client.query('commit');
    client.release();
  } catch (error) {
    client.release(error as Error);
    throw error;
  }
};
