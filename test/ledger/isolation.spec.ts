import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import type { Group } from '../../src/ledger/group.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { newId, organizationId } from '../../src/platform/ids.js';
import { TestDatabase } from '../support/database.js';
import { aGroup, newLedger } from '../support/groups.js';

let database: TestDatabase;
let ledger: Ledger;
let ours: string;
let theirs: string;
let tables: string[];

const incident = newId('inc');

/** One row in every table that append writes. */
const everywhere = (organization: string): Partial<Group> => ({
  key: { scope: 'test', key: 'k', requestHash: Buffer.alloc(32) },
  rows: [
    { table: 'organizations', id: organizationId(organization), columns: { name: 'Ours' } },
    { table: 'members', id: newId('mem'), columns: { name: 'Ada', role: 'ADMIN' } },
    {
      table: 'identities',
      id: newId('evt'),
      columns: { member: newId('mem'), system: 'chat', external_id: 'U1' },
    },
    { table: 'integrations', id: newId('int'), columns: { name: 'Bot' } },
    {
      table: 'tokens',
      id: newId('tok'),
      columns: { name: 't', role: 'ADMIN', scopes: [], created_at: '2026-03-01', hash: 'secret' },
    },
    {
      table: 'playbooks',
      id: newId('pbk'),
      columns: { name: 'shop', version: 1, retired: false, applies_to: [] },
    },
    {
      table: 'playbook_versions',
      id: 'shop@1',
      columns: {
        ...{ playbook: newId('pbk'), name: 'shop', version: 1, content: {} },
        ...{ published_by: newId('mem'), published_at: '2026-03-01' },
      },
    },
    {
      table: 'sight',
      id: `${incident} x`,
      columns: { incident, viewer: newId('mem'), granted: true, participates: false },
    },
    {
      table: 'incidents',
      id: incident,
      columns: {
        restricted: false,
        number: 1,
        reference: 'INC-1',
        title: 'Down',
        severity: 'SEV1',
        phase: 'INVESTIGATING',
        mode: 'REAL',
        term: 0,
        open_actions: 0,
        declared_at: '2026-03-01',
        labels: [],
      },
    },
    {
      table: 'nudges',
      id: `${incident} NO_SCOPE evt_1`,
      columns: { incident, nudge: 'NO_SCOPE', caused_by: 'evt_1', state: 'RAISED' },
    },
    {
      table: 'command_terms',
      id: `${incident} 1`,
      columns: { incident, term: 1, commander: 'mem_1', since: '2026-03-01', began: 'TAKEN' },
    },
    {
      table: 'roles',
      id: newId('evt'),
      columns: {
        incident,
        nth: 2,
        role: 'SCRIBE',
        member: 'mem_1',
        assigned_at: '2026-03-01',
        assigned_by: 'mem_1',
      },
    },
    {
      table: 'participants',
      id: `${incident} mem_1`,
      columns: {
        incident,
        member: 'mem_1',
        participation: 'RESPONDER',
        joined_at: '2026-03-01',
      },
    },
    {
      table: 'actions',
      id: newId('act'),
      columns: {
        incident,
        status: 'STARTED',
        began_at: '2026-03-01',
        target: 'waf',
        kind: 'RESTART',
        intent: 'FIX',
        started_by: newId('mem'),
        started_at: '2026-03-01',
        lease_until: '2026-03-01',
      },
    },
    {
      table: 'checks',
      id: `${incident} dns`,
      columns: {
        ...{ incident, check_key: 'dns', title: 'DNS', look_at: [] },
        ...{ status: 'PENDING', evidence: [] },
      },
    },
    {
      table: 'hypotheses',
      id: newId('hyp'),
      columns: {
        ...{ incident, statement: 'An attack', status: 'OPEN' },
        ...{ raised_by: newId('mem'), raised_at: '2026-03-01', latest: newId('evt') },
      },
    },
    {
      table: 'hypothesis_steps',
      id: newId('evt'),
      columns: { incident, hypothesis: newId('hyp'), version: 1 },
    },
    {
      table: 'reviews',
      id: incident,
      columns: {
        ...{ incident, state: 'STARTED', lead: 'mem_1' },
        ...{ started_by: 'mem_1', started_at: '2026-03-01' },
      },
    },
    {
      table: 'review_editions',
      id: newId('evt'),
      columns: {
        ...{ incident, edition: 1, text: 'What we learned' },
        ...{ published_by: 'mem_1', published_at: '2026-03-01' },
      },
    },
    {
      table: 'findings',
      id: newId('fnd'),
      columns: {
        ...{ incident, nth: 2, kind: 'TRIGGER', text: 'A rule of the WAF', evidence: [] },
        ...{ recorded_by: 'mem_1', recorded_at: '2026-03-01' },
      },
    },
    {
      table: 'follow_ups',
      id: newId('fol'),
      columns: {
        ...{ incident, state: 'OPEN', title: 'Limit the WAF', kind: 'PREVENT', due_at: 'infinity' },
        ...{ added_by: 'mem_1', added_at: '2026-03-01', timed_by: 'evt_1' },
      },
    },
    {
      table: 'updates',
      id: newId('evt'),
      columns: {
        incident,
        version: 2,
        audience: 'INTERNAL',
        text: 'Hm',
        components: [],
        published_at: '2026-03-01',
        published_by: newId('mem'),
      },
    },
    {
      table: 'entries',
      id: newId('evt'),
      columns: {
        incident,
        version: 1,
        type: 'NoteAdded',
        occurred_at: '2026-03-01',
        words: 'waf',
        fixed_words: '',
        pinned: false,
      },
    },
    {
      table: 'changes',
      id: newId('chg'),
      columns: {
        version: 1,
        kind: 'DEPLOY',
        title: 'New cart',
        links: [],
        happened_at: '2026-03-01',
        recorded_by: newId('int'),
      },
    },
    {
      table: 'incident_changes',
      id: `${incident} x`,
      columns: {
        incident,
        change: newId('chg'),
        status: 'SUSPECT',
        status_by: 'suspects',
        status_at: '2026-03-01',
        linked_by: 'suspects',
        linked_at: '2026-03-01',
        evidence: [],
      },
    },
    { table: 'scope_revisions', id: newId('evt'), columns: { incident, number: 1 } },
    { table: 'services', id: 'waf', columns: { title: 'Firewall', target: 'service/waf' } },
    { table: 'target_aliases', id: 'firewall', columns: { target: 'service/waf' } },
    {
      table: 'external_references',
      id: '["inc_1","jira","X-1"]',
      columns: {
        incident,
        kind: 'TICKET',
        system: 'jira',
        external_id: 'X-1',
        bound_by: newId('mem'),
        bound_at: '2026-03-01',
        bound: true,
      },
    },
    {
      table: 'help',
      id: newId('hlp'),
      columns: {
        incident,
        nth: 2,
        state: 'REQUESTED',
        need: 'DNS',
        requested_by: newId('mem'),
        requested_at: '2026-03-01',
      },
    },
    {
      table: 'guardrail_trips',
      id: newId('evt'),
      columns: {
        ...{ incident, nth: 2, guardrail: 'TWO_HATS', kind: 'NOTED' },
        ...{ actor: newId('mem'), at: '2026-03-01' },
      },
    },
  ],
  reservations: [
    { op: 'take', space: 'target', key: 'waf', holder: 'act_1', streamId: newId('inc') },
  ],
  due: [
    { streamId: newId('inc'), kind: 'lease', subject: 'a', at: '2026-03-01', cause: newId('evt') },
  ],
});

beforeAll(async () => {
  database = await TestDatabase.create();
  ledger = database.ledger();
  [ours, theirs] = [await newLedger(ledger), await newLedger(ledger)];
  for (const organization of [ours, theirs]) {
    await ledger.coalescer.submit(aGroup(organization, {}, everywhere(organization)));
    await database.owner.query(`insert into bridgelog.counters values ($1, 'incident', 1)`, [
      organization,
    ]);
    await database.owner.query(`insert into bridgelog.subject_keys values ($1, 'mem_1', 'x')`, [
      organization,
    ]);
  }
  const { rows } = await database.owner.query<{ name: string }>(
    `select relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
      where relnamespace = 'bridgelog'::regnamespace and relkind in ('r', 'p') and not relispartition
        and attname = 'organization' order by 1`,
  );
  tables = rows.map(({ name }) => name);
});
afterAll(() => database.drop());

const asApp = async <T extends pg.QueryResultRow>(setting: string, query: string): Promise<T[]> => {
  const client = await database.app.connect();
  try {
    await client.query(`begin; ${setting}`);
    return (await client.query<T>(query)).rows;
  } finally {
    await client.query('rollback');
    client.release();
  }
};

const seen = (table: string, setting: string) =>
  asApp<{ organization: string }>(setting, `select organization from bridgelog.${table}`);

describe('row-level security', () => {
  it('is forced on every table that has an organization, partitions included', async () => {
    const { rows } = await database.owner.query(
      `select relname from pg_class c join pg_attribute a on a.attrelid = c.oid
        where relnamespace = 'bridgelog'::regnamespace and relkind in ('r', 'p')
          and attname = 'organization' and not (relrowsecurity and relforcerowsecurity)`,
    );
    expect(rows).toEqual([]);
    expect(tables.length).toBeGreaterThanOrEqual(15);
  });

  it('every table holds rows of both organizations, so that these tests can fail', async () => {
    for (const table of tables) {
      const { rows } = await database.owner.query<{ count: number }>(
        `select count(distinct organization)::int as count from bridgelog.${table}`,
      );
      expect([table, rows[0]?.count]).toEqual([table, 2]);
    }
  });

  it('gives an error where no organization was named', async () => {
    for (const table of tables) {
      await expect(seen(table, '')).rejects.toThrow(/bridgelog.organization|uuid/);
    }
  });

  it('still gives an error on a connection that named one earlier', async () => {
    const client = await database.app.connect();
    await client.query(`begin; set local bridgelog.organization = '${ours}'; commit`);
    await expect(client.query('select * from bridgelog.events')).rejects.toThrow(/uuid/);
    client.release();
  });

  it('shows the rows of the named organization only', async () => {
    for (const table of tables) {
      const rows = await seen(table, `set local bridgelog.organization = '${ours}'`);
      expect([table, new Set(rows.map((row) => row.organization))]).toEqual([
        table,
        new Set([ours]),
      ]);
    }
  });

  it('refuses to write a row of another organization', async () => {
    const write = (organization: string) =>
      asApp(
        `set local bridgelog.organization = '${ours}'`,
        `insert into bridgelog.counters values ('${organization}', 'another', 1)`,
      );
    await expect(write(theirs)).rejects.toThrow(/row-level security/);
    await expect(write(ours)).resolves.toEqual([]);
  });

  it('hides what belongs to an incident with it: every table with a column `incident`', async () => {
    const { rows } = await database.owner.query<{ name: string; hidden: boolean }>(
      `select c.relname as name, exists (select from pg_policy p
            where p.polrelid = c.oid and p.polname = 'sight' and not p.polpermissive
              and p.polcmd in ('r', '*') and 'bridgelog_app'::regrole = any (p.polroles)) as hidden
        from pg_class c
        where c.relnamespace = 'bridgelog'::regnamespace and c.relkind in ('r', 'p')
          and (c.relname in ('incidents', 'streams', 'events') or exists (
            select from pg_attribute a where a.attrelid = c.oid and a.attname = 'incident'))`,
    );
    // The policies themselves read `sight`; whoever else reads it joins `incidents`.
    const open = rows.filter(({ hidden }) => !hidden).map(({ name }) => name);
    expect(open).toEqual(['sight']);
    expect(rows.length).toBeGreaterThanOrEqual(7);
  });

  it('shows what belongs to a restricted incident to whom the settings name alone', async () => {
    const viewer = newId('mem');
    const restricted = newId('inc');
    const group = everywhere(ours);
    const rows = (group.rows ?? []).map((row) => ({
      ...row,
      id: row.table === 'incidents' ? restricted : `${row.id} restricted`,
      columns: {
        ...row.columns,
        ...('incident' in row.columns && { incident: restricted }),
        ...(row.table === 'incidents' && { restricted: true, number: 2 }),
        ...(row.table === 'sight' && { viewer }),
        ...(row.table === 'playbooks' && { name: 'another' }),
      },
    }));
    await ledger.coalescer.submit(aGroup(ours, {}, { rows }));
    const tablesOfIncidents = ['actions', 'external_references', 'help'];
    const rowsSeen = async (sight: string, by = newId('mem')): Promise<number[]> => {
      const setting =
        `set local bridgelog.organization = '${ours}';` +
        `set local bridgelog.sight = '${sight}'; set local bridgelog.viewer = '${by}'`;
      const counts = tablesOfIncidents.map(
        async (table) =>
          (
            await asApp(
              setting,
              `select id from bridgelog.${table} where incident = '${restricted}'`,
            )
          ).length,
      );
      return Promise.all(counts);
    };
    expect(await rowsSeen('ALL')).toEqual([1, 1, 1]);
    expect(await rowsSeen('OPEN', viewer)).toEqual([1, 1, 1]);
    expect(await rowsSeen('GRANTED', viewer)).toEqual([1, 1, 1]);
    expect(await rowsSeen('OPEN')).toEqual([0, 0, 0]);
    expect(await rowsSeen('GRANTED')).toEqual([0, 0, 0]);
  });

  it('hides the hash of a token from every query of a request', async () => {
    const setting = `set local bridgelog.organization = '${ours}'`;
    await expect(asApp(setting, 'select hash from bridgelog.tokens')).rejects.toThrow(/denied/);
  });

  it('the worker reads ledgers of all, and nothing that its work does not need', async () => {
    const readable = async (table: string): Promise<boolean> =>
      database.worker.query(`select organization from bridgelog.${table}`).then(
        ({ rowCount }) => (rowCount ?? 0) > 1,
        () => false,
      );
    const open: string[] = [];
    for (const table of tables) if (await readable(table)) open.push(table);
    expect(open).toEqual(['due', 'events', 'ledgers', 'organizations', 'streams', 'subject_keys']);
  });
});

describe('the doors', () => {
  it('are the only functions that run with the rights of the owner, with a fixed search path', async () => {
    const { rows } = await database.owner.query<{ name: string; path: boolean }>(
      `select proname as name,
          'search_path=pg_catalog, pg_temp' = any (proconfig) as path
        from pg_proc where pronamespace = 'bridgelog'::regnamespace and prosecdef order by 1`,
    );
    expect(rows).toEqual([
      { name: 'append', path: true },
      { name: 'authenticate', path: true },
      { name: 'bridgelog_now', path: true },
      { name: 'similar_actions', path: true },
    ]);
  });

  it('the application may call these functions and no others', async () => {
    const { rows } = await database.owner.query<{ name: string }>(
      `select proname as name from pg_proc where pronamespace = 'bridgelog'::regnamespace
        and has_function_privilege('bridgelog_app', oid, 'execute') order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual([
      'append',
      'authenticate',
      'bridgelog_now',
      'instant',
      'role_of_bearer',
      'similar_actions',
    ]);
  });
});
