import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { TestDatabase } from '../support/database.js';
import { newLedger } from '../support/groups.js';

let database: TestDatabase;
let ours: string;
let theirs: string;
let incident: string;

const needle = 'Rotate the quicksilver certificate';

/** 4,000 actions of other words in one incident, and one with these. */
const fill = async (organization: string): Promise<string> => {
  const id = newId('inc');
  await database.owner.query(
    `insert into bridgelog.incidents (organization, id, number, reference, title, severity, phase,
        mode, term, open_actions, declared_at)
      values ($1, $2, 1, 'INC-1', 'Down', 'SEV1', 'RESOLVED', 'REAL', 0, 0, '2026-03-01')`,
    [organization, id],
  );
  await database.owner.query(
    `insert into bridgelog.actions (organization, id, incident, target, kind, intent, status,
        description, started_by, started_at, began_at)
      select $1, 'act_' || n, $2, 'service/' || md5(n::text), 'RESTART', 'FIX', 'EXPIRED',
        case n when 0 then $3 else md5('a' || n) || ' ' || md5('b' || n) end, 'mem_1',
        '2026-03-01', '2026-03-01'
      from generate_series(0, 4000) n`,
    [organization, id, needle],
  );
  return id;
};

beforeAll(async () => {
  database = await TestDatabase.create();
  const ledger = database.ledger();
  [ours, theirs] = [await newLedger(ledger), await newLedger(ledger)];
  incident = await fill(ours);
  await fill(theirs);
  // Vacuum, too: until then the index keeps what is new in a list that it has to read in full.
  await database.owner.query('vacuum analyze bridgelog.actions, bridgelog.incidents');
});
afterAll(() => database.drop());

const search = async (organization: string, settings: string, text = needle) => {
  const client = await database.app.connect();
  try {
    await client.query(`begin; ${settings}`);
    const { rows } = await client.query<{ id: string; score: number }>(
      'select id, score from bridgelog.similar_actions($1, $2, 5)',
      [organization, text],
    );
    return rows.map(({ id }) => id);
  } finally {
    await client.query('rollback');
    client.release();
  }
};
const as = (organization: string, sight: string, viewer = '') =>
  `set local bridgelog.organization = '${organization}'; set local bridgelog.sight = '${sight}';
   set local bridgelog.viewer = '${viewer}'`;

describe('the search door', () => {
  it('finds what is alike in the organization that was named, and in no other', async () => {
    expect(await search(ours, as(ours, 'OPEN'))).toEqual(['act_0']);
    expect(await search(ours, as(ours, 'OPEN'), 'rotate certificates')).toEqual(['act_0']);
    expect(await search(theirs, as(ours, 'ALL'))).toEqual([]);
    await expect(search(ours, '')).rejects.toThrow(/uuid|bridgelog.organization/);
  });

  it('keeps to the sight of the viewer', async () => {
    const restrict = (restricted: boolean) =>
      database.owner.query(
        'update bridgelog.incidents set restricted = $3 where organization = $1 and id = $2',
        [ours, incident, restricted],
      );
    await restrict(true);
    await database.owner.query(
      `insert into bridgelog.sight (organization, id, incident, viewer, granted)
        values ($1, 'x', $2, 'mem_2', true)`,
      [ours, incident],
    );
    expect(await search(ours, as(ours, 'OPEN', 'mem_1'))).toEqual([]);
    expect(await search(ours, as(ours, 'OPEN', 'mem_2'))).toEqual(['act_0']);
    expect(await search(ours, as(ours, 'GRANTED', 'mem_2'))).toEqual(['act_0']);
    expect(await search(ours, as(ours, 'ALL'))).toEqual(['act_0']);
    expect(await search(ours, `set local bridgelog.organization = '${ours}'`)).toEqual([]);
    await restrict(false);
    expect(await search(ours, as(ours, 'GRANTED', 'mem_1'))).toEqual([]);
    expect(await search(ours, as(ours, 'OPEN', 'mem_1'))).toEqual(['act_0']);
  });

  it('uses the index, as it is run: by the owner, without knowing the text beforehand', async () => {
    const client = await database.owner.connect();
    try {
      const { rows: door } = await client.query<{ body: string }>(
        `select prosrc as body from pg_proc where proname = 'similar_actions'`,
      );
      await client.query(`begin; set local role bridgelog_owner; ${as(ours, 'OPEN')};
        set local pg_trgm.word_similarity_threshold = 0.45;
        set local plan_cache_mode = force_generic_plan;
        prepare door (uuid, text, integer, text[]) as ${door[0]?.body ?? ''}`);
      const { rows } = await client.query<Record<string, string>>(
        `explain execute door ('${ours}', '${needle}', 5, array['REAL'])`,
      );
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toContain('Bitmap Index Scan on actions_by_words');
      expect(plan).not.toContain('Seq Scan on actions');
    } finally {
      await client.query('rollback; deallocate all');
      client.release();
    }
  });
});
