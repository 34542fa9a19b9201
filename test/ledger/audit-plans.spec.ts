import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readAuditPage, type AuditFilter } from '../../src/ledger/audit-queries.js';
import { newId } from '../../src/platform/ids.js';
import { newOrganization, TestDatabase } from '../support/database.js';

let database: TestDatabase;
const organization = newOrganization();

/** Every twentieth event is one of an admin; the others are of incidents. */
beforeAll(async () => {
  database = await TestDatabase.create();
  await database.owner.query(
    `insert into bridgelog.events (organization, position, recorded_at, occurred_at, version,
        hash_version, schema_version, actor_kind, stream_type, stream, id, type, actor, salt,
        payload_hash, payload, hash)
      select $1, n, timestamptz '2026-03-01Z' + n * interval '1 second', '2026-03-01Z', n, 1, 1,
          'MEMBER', case when n % 20 = 0 then 'organization' else 'incident' end,
          case when n % 20 = 0 then $2 else $3 end, 'evt_' || lpad(n::text, 26, '0'), 'NoteAdded',
          'mem_1', '\\x00000000000000000000000000000000', sha256(''), '{}', sha256('')
        from generate_series(1, 20000) n`,
    [organization, newId('org'), newId('inc')],
  );
  await database.owner.query('analyze bridgelog.events');
});
afterAll(() => database.drop());

/** The plan of a page as it was carried out, as the application's role. */
const planOf = async (
  where: AuditFilter,
  beyond?: readonly [string, number],
  backward = false,
): Promise<string> => {
  const client = await database.app.connect();
  const plan: string[] = [];
  const query = async <T>(sql: string, values: readonly unknown[]): Promise<readonly T[]> => {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain (analyze, buffers off, timing off) ${sql}`,
      [...values],
    );
    plan.push(...rows.map((row) => row['QUERY PLAN']));
    return [];
  };
  try {
    await client.query(
      `begin read only; set local bridgelog.organization = '${organization}';
        set local bridgelog.sight = 'ALL'`,
    );
    const reads = { organization, query, close: () => Promise.resolve() };
    await readAuditPage(reads, where, { beyond, backward, limit: 26 });
    return plan.join('\n');
  } finally {
    await client.query('rollback');
    client.release();
  }
};

describe('a page of the audit log', () => {
  it.each<[string, AuditFilter, (readonly [string, number] | undefined)?, boolean?]>([
    ['the first', {}],
    ['the last', {}, undefined, true],
    ['one in the middle', {}, ['2026-03-01T03:00:00.000000Z', 10_800]],
    ['one of a time', { from: '2026-03-01T01:00:00Z', until: '2026-03-01T03:00:00Z' }],
    ['one of an actor', { actor: 'mem_1' }],
  ])('%s is read off its index, and nothing of incidents is', async (_, where, ...more) => {
    const plan = await planOf(where, ...more);
    expect(plan).toMatch(
      /Index Scan (Backward )?using events_\d+_organization_recorded_at_position/,
    );
    expect(plan).not.toMatch(/Sort|Bitmap|Seq Scan/);
    const rows = [...plan.matchAll(/actual rows=(\d+)/g)].map(([, count]) => Number(count));
    expect(Math.max(...rows)).toBe(26);
    expect(plan).not.toMatch(/Rows Removed by Filter/);
  });
});
