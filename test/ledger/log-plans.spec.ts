import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readLogPage } from '../../src/incident/views/entries.query.js';
import { newId } from '../../src/platform/ids.js';
import { newOrganization, TestDatabase } from '../support/database.js';

let database: TestDatabase;
const organization = newOrganization();
const incident = newId('inc');

beforeAll(async () => {
  database = await TestDatabase.create();
  await database.owner.query('alter table bridgelog.entries set (autovacuum_enabled = off)');
  await database.owner.query(
    `insert into bridgelog.entries
        (organization, id, incident, version, type, occurred_at, words, fixed_words, pinned)
      select $1, 'evt_' || n, $2, n, 'NoteAdded', now(), 'words', '', false
        from generate_series(1, 5000) n`,
    [organization, incident],
  );
});
afterAll(() => database.drop());

/** The plan of the page that is read when this is asked for, as the application's role. */
const planOf = async (backward: boolean): Promise<string> => {
  const client = await database.app.connect();
  const plan: string[] = [];
  const query = async <T>(sql: string, values: readonly unknown[]): Promise<readonly T[]> => {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${sql}`, [...values]);
    plan.push(...rows.map((row) => row['QUERY PLAN']));
    return [];
  };
  try {
    await client.query(
      `begin read only; set local bridgelog.organization = '${organization}';
        set local bridgelog.sight = 'ALL'`,
    );
    const reads = { organization, query, close: () => Promise.resolve() };
    const where = { view: 'CURRENT' } as const;
    await readLogPage(reads, { incident, where, beyond: undefined, backward, limit: 11 });
    return plan.join('\n');
  } finally {
    await client.query('rollback');
    client.release();
  }
};

describe('the current page of a log', () => {
  it.each([false, true])(
    'is read off its index, also while there are no statistics (backward: %s)',
    async (backward) => {
      const plan = await planOf(backward);
      expect(plan).toMatch(/Index Scan (Backward )?using entries_by_time/);
      expect(plan).not.toMatch(/Sort|Bitmap/);
    },
  );
});
