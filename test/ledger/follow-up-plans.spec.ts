import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listFollowUps, type FollowUpFilter } from '../../src/incident/views/follow-ups.query.js';
import { newId } from '../../src/platform/ids.js';
import { newOrganization, TestDatabase } from '../support/database.js';

let database: TestDatabase;
const organization = newOrganization();
const incident = newId('inc');
const owner = newId('mem');

beforeAll(async () => {
  database = await TestDatabase.create();
  await database.owner.query(
    `insert into bridgelog.follow_ups (organization, id, incident, state, title, kind, owner,
        due_at, ticket_system, ticket_key, added_by, added_at, timed_by)
      select $1, 'fol_' || n, case n % 50 when 0 then $2 else 'inc_' || n % 50 end,
          case n % 10 when 0 then 'OPEN' else 'DONE' end, 'Limit it', 'PREVENT',
          case n % 50 when 1 then $3 else 'mem_' || n % 50 end,
          case n % 3 when 0 then 'infinity' else timestamptz '2026-03-01' + n * interval '1 minute' end,
          'jira', 'T-' || n, 'mem_1', now(), 'evt_1'
        from generate_series(1, 5000) n`,
    [organization, incident, owner],
  );
  await database.owner.query('analyze bridgelog.follow_ups');
});
afterAll(() => database.drop());

/** The plan of a page, as the application's role. */
const planOf = async (where: FollowUpFilter, backward: boolean): Promise<string> => {
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
    const beyond = ['2026-03-02T00:00:00.000000Z', 'fol_7'] as const;
    await listFollowUps(reads, where, { beyond, backward, limit: 26 });
    return plan.join('\n');
  } finally {
    await client.query('rollback');
    client.release();
  }
};

describe('a page of follow-ups', () => {
  it.each<[string, FollowUpFilter, boolean]>([
    ['follow_ups_by_time', {}, false],
    ['follow_ups_by_time', {}, true],
    ['follow_ups_open', { state: ['OPEN'] }, false],
    ['follow_ups_by_incident', { incident }, false],
    ['follow_ups_by_owner', { owner }, true],
  ])(
    'is read off the index %s, in its order: %j (backward: %s)',
    async (index, where, backward) => {
      const plan = await planOf(where, backward);
      expect(plan).toMatch(new RegExp(`Index Scan (Backward )?using ${index}`));
      expect(plan).not.toMatch(/Sort|Seq Scan/);
      expect(plan).toMatch(/Index Cond:.*ROW\(due_at, id\)/);
    },
  );

  it('is found by its ticket', async () => {
    const plan = await planOf({ ticket: { system: 'jira', key: 'T-7' } }, false);
    expect(plan).toContain('follow_ups_by_ticket');
  });
});
