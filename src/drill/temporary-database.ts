import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Config } from '../platform/config.js';

/** A database for one run: embedded in the data folder, or a new one on the configured server. */
export type TemporaryDatabase = {
  readonly config: Config;
  drop(): Promise<void>;
};

/** Takes a login that may create databases and roles, where the database is not embedded. */
export const temporaryDatabase = async (config: Config): Promise<TemporaryDatabase> => {
  const { databaseUrl } = config;
  if (databaseUrl === undefined) return { config, drop: () => Promise.resolve() };
  const adminUrl = config.databaseOwnerUrl ?? databaseUrl;
  const name = `bridgelog_drill_${randomBytes(4).toString('hex')}`;
  await run(adminUrl, `create database ${name}`);
  const login = (kind: string) => urlOf(adminUrl, name, `${name}_${kind}`);
  return {
    config: {
      ...config,
      databaseOwnerUrl: urlOf(adminUrl, name),
      databaseUrl: login('app'),
      databaseWorkerUrl: login('worker'),
    },
    drop: () =>
      run(
        adminUrl,
        `drop database ${name} with (force)`,
        `drop role ${name}_app`,
        `drop role ${name}_worker`,
      ),
  };
};

/** The same server, another database; and another login with a password of its own. */
const urlOf = (adminUrl: string, database: string, user?: string): string => {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  if (user !== undefined) {
    url.username = user;
    url.password = randomBytes(16).toString('hex');
  }
  return url.toString();
};

const run = async (adminUrl: string, ...statements: string[]): Promise<void> => {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
};
