import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { migrations } from '../../../migrations/index.js';
import type { Instant } from '../../kernel/instant.js';
import { ConfigError } from '../config.js';
import { packageRoot } from '../package-root.js';

/** A login that requests or workers use; made if it is missing. */
export type Login = { readonly user: string; readonly password: string };

export type Preparation = {
  /** A login that may become bridgelog_owner; it makes roles and logins only if some are missing. */
  readonly ownerUrl: string;
  readonly app: Login;
  readonly worker: Login;
  /** Set the passwords of logins that exist, too (an embedded database, a test's). */
  readonly resetPasswords?: boolean;
  /** Makes a NEW database one whose clock can be set, and stops it at this time. */
  readonly testClock?: Instant | undefined;
};

/** Any number will do, if nothing else locks it. */
const migrationLock = 7_274_936_215;

/**
 * Brings a database to the state that this version needs: roles, logins, schema, migrations.
 * Processes that start together wait for each other. Returns the names of the migrations that
 * ran. Throws what PostgreSQL says when the login may not do something.
 */
export const prepareDatabase = async (wanted: Preparation): Promise<readonly string[]> => {
  const client = new pg.Client({
    connectionString: wanted.ownerUrl,
    application_name: 'bridgelog migrate',
    connectionTimeoutMillis: 5_000,
  });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await makeRoles(client);
    await client.query('create schema if not exists bridgelog authorization bridgelog_owner');
    await client.query('grant usage on schema bridgelog to bridgelog_app, bridgelog_worker');
    await makeLogin(client, wanted.app, 'bridgelog_app', wanted.resetPasswords);
    await makeLogin(client, wanted.worker, 'bridgelog_worker', wanted.resetPasswords);
    if (await isCurrent(client)) return [];
    const { migrate } = await import('./migrate.js');
    const ran = await migrate(wanted.ownerUrl, wanted.testClock !== undefined);
    if (wanted.testClock !== undefined) {
      await client.query('select bridgelog.set_test_clock($1, 0)', [wanted.testClock]);
    }
    return ran;
  } finally {
    await client.end();
  }
};

/** Whether nothing is left to migrate: then TypeORM, which is slow to load, is not needed. */
const isCurrent = async (client: pg.Client): Promise<boolean> => {
  const { rows: found } = await client.query<{ table: string | null }>(
    `select to_regclass('bridgelog.migrations')::text as table`,
  );
  if (found[0]?.table == null) return false;
  const { rows } = await client.query<{ name: string }>('select name from bridgelog.migrations');
  const ran = new Set(rows.map(({ name }) => name));
  return migrations.every((migration) => ran.has(migration.name));
};

const makeRoles = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from pg_roles
      where rolname in ('bridgelog_owner', 'bridgelog_app', 'bridgelog_worker')`,
  );
  if (rows[0]?.count === 3) return;
  const file = join(packageRoot, 'migrations', 'roles.sql');
  await client.query(readFileSync(file, 'utf8'));
};

const makeLogin = async (
  client: pg.Client,
  { user, password }: Login,
  role: string,
  reset = false,
): Promise<void> => {
  const { rows } = await client.query<{ member: boolean; logsIn: boolean }>(
    `select pg_has_role(rolname, $2, 'member') as member, rolcanlogin as "logsIn"
      from pg_roles where rolname = $1`,
    [user, role],
  );
  const [known] = rows;
  const name = pg.escapeIdentifier(user);
  const secret = pg.escapeLiteral(password);
  if (!known) await client.query(`create role ${name} login password ${secret}`);
  else if (reset || !known.logsIn)
    await client.query(`alter role ${name} login password ${secret}`);
  if (known?.member !== true) await client.query(`grant ${role} to ${name}`);
};

/**
 * Throws `ConfigError` if the database is not as this version needs it, where nobody has said
 * which login may migrate it.
 */
export const refuseUnmigrated = async (appUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: appUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    if (await isCurrent(client)) return;
    throw new ConfigError(
      'The database is not migrated to this version: run `bridgelog migrate` with ' +
        'DATABASE_OWNER_URL, or start with it.',
    );
  } finally {
    await client.end();
  }
};
