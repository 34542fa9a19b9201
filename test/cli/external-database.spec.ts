import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { openPool } from '../../src/platform/database/pool.js';
import { sharedServer, urlOf } from '../support/server.js';
import { runIn } from '../support/server-process.js';

const run = randomBytes(4).toString('hex');
const name = `bridgelog_external_${run}`;
const login = (kind: string) => ({ user: `${name}_${kind}`, password: run });
const server = sharedServer();
let folder: string;

const asAdmin = async (...statements: string[]): Promise<void> => {
  const client = new pg.Client({ connectionString: server.adminUrl });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bridgelog-external-'));
  await asAdmin(`create database ${name}`);
});
afterAll(async () => {
  await asAdmin(
    `drop database ${name} with (force)`,
    `drop role if exists ${login('app').user}`,
    `drop role if exists ${login('worker').user}`,
  );
  await rm(folder, { recursive: true, force: true });
});

const environment = (urls: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  BRIDGELOG_DATA: folder,
  BRIDGELOG_PORT: '0',
  ...urls,
});

describe('a PostgreSQL of the operator’s own', () => {
  it('is refused for a login that row-level security does not bind, with the remedy', async () => {
    const DATABASE_URL = urlOf(server, name);
    const refused = await runIn(
      environment({
        DATABASE_URL,
        DATABASE_OWNER_URL: DATABASE_URL,
        DATABASE_WORKER_URL: urlOf(server, name, login('worker')),
      }),
      'serve',
    );
    expect(refused).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/DATABASE_OWNER_URL.*--single-role/s),
    });
  });

  it('is migrated by its owner: roles and logins are made, and migrating again changes nothing', async () => {
    const env = environment({
      DATABASE_URL: urlOf(server, name, login('app')),
      DATABASE_WORKER_URL: urlOf(server, name, login('worker')),
      DATABASE_OWNER_URL: urlOf(server, name),
    });
    expect(await runIn(env, 'migrate')).toMatchObject({ code: 0 });
    expect(await runIn(env, 'migrate')).toMatchObject({ code: 0 });
    const pool = openPool({
      url: env['DATABASE_URL'] ?? '',
      max: 1,
      name: 'test',
      onIdleError: () => undefined,
    });
    const { rows } = await pool.query<{ count: number }>(
      `select count(*)::int as count from pg_roles where rolname = current_user
        and not rolsuper and pg_has_role(rolname, 'bridgelog_app', 'member')
        and not pg_has_role(rolname, 'bridgelog_owner', 'member')`,
    );
    await pool.end();
    expect(rows).toEqual([{ count: 1 }]);
  });

  it('that nobody has migrated is refused, where no owner is named', async () => {
    const other = `${name}_empty`;
    await asAdmin(`create database ${other}`);
    const env = environment({
      DATABASE_URL: urlOf(server, other, login('app')),
      DATABASE_WORKER_URL: urlOf(server, other, login('worker')),
    });
    const refused = await runIn(env, 'serve');
    await asAdmin(`drop database ${other} with (force)`);
    expect(refused).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/not migrated.*DATABASE_OWNER_URL/s),
    });
  });

  it('takes a role without login as its login, once it was told a password', async () => {
    const role = `${name}_nologin`;
    await asAdmin(`create role ${role} nologin`);
    const app = { user: role, password: run };
    const env = environment({
      DATABASE_URL: urlOf(server, name, app),
      DATABASE_WORKER_URL: urlOf(server, name, login('worker')),
      DATABASE_OWNER_URL: urlOf(server, name),
    });
    expect(await runIn(env, 'migrate')).toMatchObject({ code: 0 });
    const client = new pg.Client({ connectionString: env['DATABASE_URL'] });
    await client.connect();
    await client.end();
    await asAdmin(`drop owned by ${role}`, `drop role ${role}`);
  });

  it('whose personal data another master key sealed is refused', async () => {
    const env = environment({
      DATABASE_URL: urlOf(server, name, login('app')),
      DATABASE_WORKER_URL: urlOf(server, name, login('worker')),
      DATABASE_OWNER_URL: urlOf(server, name),
    });
    const made = await runIn(env, 'token', 'list');
    expect(made.stderr).not.toContain('master key');
    const key = (fill: number) => ({
      BRIDGELOG_MASTER_KEY: Buffer.alloc(32, fill).toString('base64'),
    });
    const client = new pg.Client({ connectionString: urlOf(server, name) });
    await client.connect();
    await client.query(
      `insert into bridgelog.subject_keys values (gen_random_uuid(), 'mem_1', decode('00', 'hex'))`,
    );
    await client.end();
    expect(await runIn({ ...env, ...key(1) }, 'verify')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/another master key.*BRIDGELOG_MASTER_KEY/s),
    });
  });

  it('a name that is no address is refused and named', async () => {
    expect(await runIn(environment({ DATABASE_URL: 'nonsense' }), 'serve')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/DATABASE_URL/),
    });
  });
});
