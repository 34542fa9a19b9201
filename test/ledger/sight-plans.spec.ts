import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { newOrganization, TestDatabase } from '../support/database.js';

let database: TestDatabase;
const organization = newOrganization();
const incident = newId('inc');

beforeAll(async () => {
  database = await TestDatabase.create();
  await database.owner.query(
    `insert into bridgelog.incidents (organization, id, number, reference, title, severity, phase,
        mode, term, open_actions, declared_at, labels)
      select $1, case n when 1 then $2 else 'inc_' || n end, n, 'INC-' || n, 'Down', 'SEV2',
          'RESOLVED', 'REAL', 0, 0, now(), '{}'
        from generate_series(1, 5000) n`,
    [organization, incident],
  );
  await database.owner.query(
    `insert into bridgelog.entries
        (organization, id, incident, version, type, occurred_at, words, fixed_words, pinned)
      select $1, 'evt_' || n, $2, n, 'NoteAdded', now(), 'words', '', false
        from generate_series(1, 2000) n`,
    [organization, incident],
  );
  await database.owner.query('analyze bridgelog.incidents, bridgelog.entries');
});
afterAll(() => database.drop());

describe('who sees which rows', () => {
  it('is told by the incident of each row, and never by reading all incidents', async () => {
    const client = await database.app.connect();
    try {
      await client.query(
        `begin read only; set local bridgelog.organization = '${organization}';
          set local bridgelog.sight = 'OPEN'; set local bridgelog.viewer = '${newId('mem')}'`,
      );
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `explain select id from bridgelog.entries where organization = $1 and incident = $2
          order by occurred_at, version limit 50`,
        [organization, incident],
      );
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toContain('Index Scan using incidents_pkey');
      expect(plan).not.toMatch(/hashed SubPlan|Seq Scan/);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  it('is told so by every policy', async () => {
    const { rows } = await database.owner.query<{ tablename: string; qual: string }>(
      `select tablename, qual from pg_policies
        where schemaname = 'bridgelog' and policyname = 'sight' order by tablename`,
    );
    expect(rows.length).toBeGreaterThan(10);
    const count = (qual: string, word: string) => qual.split(word).length - 1;
    const hashing = rows.filter(({ qual }) => count(qual, 'EXISTS') !== count(qual, 'OFFSET 0'));
    expect(hashing.map(({ tablename }) => tablename)).toEqual([]);
  });
});
