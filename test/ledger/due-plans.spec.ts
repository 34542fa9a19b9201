import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { newOrganization, TestDatabase } from '../support/database.js';
import { sharedServer } from '../support/server.js';

const million = 1_000_000;

let database: TestDatabase;
let watcher: pg.Client;
let notices: string[] = [];

beforeAll(async () => {
  database = await TestDatabase.create();
  watcher = new pg.Client({ connectionString: database.ownerUrl });
  await watcher.connect();
  const organizations = Array.from({ length: 50 }, newOrganization);
  // A tenth is due. What others hold, what failed and what nobody here knows stands in front.
  await watcher.query(
    `insert into bridgelog.due (organization, stream, kind, subject, at, cause, holder, held_for,
          held_until, fence, failures)
      select ($1::uuid[])[1 + n % 50], 'inc_' || n, kind, 'a', at, 'evt_' || n,
          case what when 'held' then 'other' end, held_for,
          case when held_for is not null then now() + interval '1 hour' end, 1,
          case what when 'failed' then 3 else 0 end
        from generate_series(1, $2::integer) n
        cross join lateral (select
          case when n <= 30000 then 'held' when n <= 60000 then 'failed'
            when n <= 90000 then 'unknown' else 'free' end as what) w
        cross join lateral (select case what when 'unknown' then 'unknown' else 'nudge' end as kind,
          timestamptz '2026-03-01T12:00:00Z' - (100000 - n) * interval '1 second' as at) d
        cross join lateral (select case when what in ('held', 'failed') then at end as held_for) h`,
    [organizations, million],
  );
  watcher.on('notice', ({ message }) => notices.push(message ?? ''));
  await watcher.query(
    `load 'auto_explain'; set client_min_messages = log; set auto_explain.log_min_duration = 0;
      set auto_explain.log_nested_statements = on; set auto_explain.log_analyze = on;
      set auto_explain.log_timing = off; set auto_explain.log_buffers = on; set session authorization "${sharedServer().worker.user}"`,
  );
});
afterAll(async () => {
  await watcher.end();
  await database.drop();
});

const lanes = `array['nudge', 'lease', 'nudge', 'lease'], array[false, false, true, true]`;

/** How the worker's role carries out a claim, and what it got. */
const claim = async (room: number) => {
  await watcher.query('begin');
  notices = [];
  const { rows } = await watcher.query<{ stream: string }>(
    `select stream from bridgelog.claim_due(${lanes}, array_fill($1::integer, array[4]), 'test',
      interval '30 seconds')`,
    [room],
  );
  await watcher.query('rollback');
  const plan = notices.find((notice) => notice.includes('with free as'));
  if (plan === undefined) throw new Error('the claim was not explained');
  return { streams: rows.map(({ stream }) => stream), plan };
};

/** How many rows the scan of the index for claims gave. */
const rowsRead = (plan: string): number => {
  const [, rows, loops] =
    /Scan using due_ready on .*actual rows=([\d.]+) loops=(\d+)/.exec(plan) ?? [];
  return Number(rows) * Number(loops);
};

/** How many pages all of it touched. */
const pages = (plan: string): number => {
  const [, hit, read = '0'] = /Buffers: shared hit=(\d+)(?: read=(\d+))?/.exec(plan) ?? [];
  return Number(hit) + Number(read);
};

describe('a claim among a million due times', () => {
  it.each(['without statistics', 'with statistics'])(
    '%s reads what it takes, off its index, past what is held, failed and unknown',
    async (how) => {
      if (how === 'with statistics') await database.owner.query('analyze bridgelog.due');
      const { streams, plan } = await claim(1000);
      expect(streams.length).toBe(1000);
      expect([streams[0], streams.at(-1)]).toEqual(['inc_90001', 'inc_91000']);
      const indexes = [...plan.matchAll(/Scan using (\w+)/g)].map(([, name]) => name);
      expect([...new Set(indexes)].sort()).toEqual(['due_pkey', 'due_ready']);
      expect(plan).not.toMatch(/Sort|Seq Scan|Bitmap|Hash Join|Merge/);
      expect(rowsRead(plan)).toBe(1000);
    },
  );

  it('does not look through what is not due yet to find that nothing is', async () => {
    await database.setClock('2026-02-01T12:00:00Z', 0);
    const { streams, plan } = await claim(4);
    expect(streams).toEqual([]);
    expect(pages(plan)).toBeGreaterThan(0);
    expect(pages(plan)).toBeLessThan(50);
  });
});
