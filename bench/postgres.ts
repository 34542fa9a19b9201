import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openEmbedded } from '../src/platform/embedded/embedded.js';

/** The settings that decide what a commit costs. */
const telling = [
  'fsync',
  'synchronous_commit',
  'full_page_writes',
  'shared_buffers',
  'max_wal_size',
];

/** A server with databases that live as long as the run. */
export class Postgres {
  private readonly run = `bridgelog_bench_${randomBytes(4).toString('hex')}`;
  private readonly databases: string[] = [];

  private constructor(
    /** Whether Bridgelog brought it. */
    readonly embedded: boolean,
    private readonly adminUrl: string,
    private readonly stop: () => Promise<void>,
  ) {}

  /** The server of DATABASE_OWNER_URL, else an embedded one in a temporary folder. */
  static async open(): Promise<Postgres> {
    const given = process.env['DATABASE_OWNER_URL'];
    if (given !== undefined) return new Postgres(false, given, () => Promise.resolve());
    const folder = await mkdtemp(join(tmpdir(), 'bridgelog-bench-'));
    const say = (line: string) => console.error(line);
    const database = await openEmbedded({ folder, purpose: 'serve', say });
    return new Postgres(true, database.ownerUrl, async () => {
      await database.close();
      for (const used of [database.folder, folder])
        await rm(used, { recursive: true, force: true });
    });
  }

  /** Makes an empty database; the answer is where its owner connects. */
  async database(purpose: string): Promise<string> {
    const name = `${this.run}_${purpose.replaceAll('-', '_')}`;
    await this.ask(`create database ${name}`);
    this.databases.push(name);
    return withDatabase(this.adminUrl, name);
  }

  async version(): Promise<string> {
    const [row] = await this.ask<{ server_version: string }>('show server_version');
    return row?.server_version.split(' ')[0] ?? 'unknown';
  }

  async settings(): Promise<Record<string, string>> {
    const rows = await this.ask<{ name: string; value: string }>(
      `select name, current_setting(name) as value from unnest(array['${telling.join("','")}']) name`,
    );
    return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
  }

  async close(): Promise<void> {
    try {
      for (const name of this.embedded ? [] : this.databases) {
        await this.ask(`drop database if exists ${name} with (force)`);
        for (const login of logins(name)) await this.ask(`drop role if exists ${login}`);
      }
    } finally {
      await this.stop();
    }
  }

  private async ask<R extends pg.QueryResultRow>(statement: string): Promise<R[]> {
    const client = new pg.Client({ connectionString: this.adminUrl });
    await client.connect();
    try {
      return (await client.query<R>(statement)).rows;
    } finally {
      await client.end();
    }
  }
}

/** The logins that a store may make for its database. */
const logins = (database: string): string[] => [`${database}_app`, `${database}_worker`];

const withDatabase = (url: string, name: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
};

/** A login for the database of a URL, with a password of its own; dropped with the database. */
export const loginFor = (ownerUrl: string, role: 'app' | 'worker') => {
  const url = new URL(ownerUrl);
  const user = `${url.pathname.slice(1)}_${role}`;
  const password = randomBytes(16).toString('hex');
  Object.assign(url, { username: user, password });
  return { user, password, url: url.toString() };
};
