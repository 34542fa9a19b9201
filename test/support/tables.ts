import type { TestDatabase } from './database.js';

/** The position and id of every event of a ledger as the table has them. */
export const tableEntries = async (
  { owner }: TestDatabase,
  organization: string,
): Promise<readonly { position: number; id: string }[]> => {
  const { rows } = await owner.query<{ position: number; id: string }>(
    'select position, id from bridgelog.events where organization = $1 order by position',
    [organization],
  );
  return rows;
};

type Statement = readonly [text: string, ...values: unknown[]];

/** Does what only a superuser can: changes tables with the triggers of immutability off. */
export const tamper = async (
  { owner }: TestDatabase,
  ...statements: readonly Statement[]
): Promise<void> => {
  const client = await owner.connect();
  try {
    await client.query("begin; set local session_replication_role = 'replica'");
    for (const [text, ...values] of statements) await client.query(text, values);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
};

/** A lock that a superuser's open transaction holds until it is released. */
export type Held = { release(): Promise<void> };

/** Runs a statement that locks something, and keeps its transaction open. */
export const hold = async (
  { owner }: TestDatabase,
  ...[text, ...values]: Statement
): Promise<Held> => {
  const client = await owner.connect();
  await client.query('begin');
  await client.query(text, values);
  let released: Promise<void> | undefined;
  const release = async () => {
    await client.query('rollback');
    client.release();
  };
  return { release: () => (released ??= release()) };
};

/** Holds the ledger of an organization, as a long transaction would. */
export const holdLedger = (database: TestDatabase, organization: string): Promise<Held> =>
  hold(database, 'select from bridgelog.ledgers where organization = $1 for update', organization);

/** The backends of this database that wait for a lock, by a part of their statement. */
export const waitingForLock = async (
  { owner }: TestDatabase,
  statement: string,
): Promise<readonly number[]> => {
  const { rows } = await owner.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database()
      and wait_event_type = 'Lock' and strpos(query, $1) > 0`,
    [statement],
  );
  return rows.map(({ pid }) => pid);
};

export const terminate = async (
  { owner }: TestDatabase,
  pids: readonly number[],
): Promise<void> => {
  await owner.query('select pg_terminate_backend(pid) from unnest($1::int[]) pid', [pids]);
};
