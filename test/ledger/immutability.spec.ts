import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { TestDatabase } from '../support/database.js';
import { aGroup, newLedger } from '../support/groups.js';

let database: TestDatabase;
let organization: string;

beforeAll(async () => {
  database = await TestDatabase.create();
  const ledger = database.ledger();
  organization = await newLedger(ledger);
  await ledger.coalescer.submit(aGroup(organization));
});
afterAll(() => database.drop());

/** Runs a statement as a login, inside its organization, and gives the SQLSTATE it fails with. */
const failure = async (pool: pg.Pool, statement: string): Promise<string> => {
  const client = await pool.connect();
  try {
    await client.query(`begin; set local bridgelog.organization = '${organization}'`);
    await client.query(statement);
    return 'no error';
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.query('rollback');
    client.release();
  }
};

const attempts = [
  "update bridgelog.events set payload = '{}'",
  'delete from bridgelog.events',
  'truncate bridgelog.events',
  'truncate bridgelog.events_3',
  'delete from bridgelog.events_3',
  'select * from bridgelog.events_3',
  'drop table bridgelog.events',
  'drop table bridgelog.events_3',
  "copy bridgelog.events from program 'true'",
  'copy bridgelog.events from stdin',
  'insert into bridgelog.events select * from bridgelog.events',
  'alter table bridgelog.events disable trigger all',
  'alter table bridgelog.events_3 disable trigger all',
  'alter table bridgelog.events no force row level security',
  'alter table bridgelog.events detach partition bridgelog.events_3',
  "set local session_replication_role = 'replica'",
  'set local role bridgelog_owner',
  'drop function bridgelog.refuse_change cascade',
  'drop schema bridgelog cascade',
  'update bridgelog.ledgers set position = 0',
  'update bridgelog.streams set version = 0',
  'delete from bridgelog.append_keys',
  'delete from bridgelog.reservations',
  "select bridgelog.set_test_clock('2000-01-01', 1)",
  'select bridgelog.write_members(array[]::uuid[], array[]::text[], array[]::text[])',
];
const privilege = '42501';

describe('events cannot be changed', () => {
  it.each(attempts)('by the role of requests: %s', async (statement) => {
    expect(await failure(database.app, statement)).toBe(privilege);
  });

  it.each(attempts)('by the role of workers: %s', async (statement) => {
    expect(await failure(database.worker, statement)).toBe(privilege);
  });

  it.each([
    "update bridgelog.events set payload = '{}'",
    'delete from bridgelog.events',
    'truncate bridgelog.events',
    ...Array.from({ length: 16 }, (_, part) => `truncate bridgelog.events_${part}`),
  ])('by a superuser, while the triggers stand: %s', async (statement) => {
    expect(await failure(database.owner, statement)).toBe(privilege);
  });

  it('and the worker cannot append', async () => {
    const { rows } = await database.owner.query<{ may: boolean }>(
      `select has_function_privilege('bridgelog_worker', oid, 'execute') as may from pg_proc
        where pronamespace = 'bridgelog'::regnamespace and proname = 'append'`,
    );
    expect(rows).toEqual([{ may: false }]);
  });
});
