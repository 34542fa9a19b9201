import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { Ledger, type LedgerOptions } from '../../src/ledger/ledger.js';
import { openPool } from '../../src/platform/database/pool.js';
import { sharedServer, urlOf } from './server.js';

/** A database of its own for one test file, with a clock that can be set. */
export class TestDatabase {
  private readonly pools: pg.Pool[] = [];
  private readonly ledgers: Ledger[] = [];
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly workerUrl: string;
  /** A superuser: sees and may do everything. */
  readonly owner: pg.Pool;
  readonly app: pg.Pool;
  readonly reads: pg.Pool;
  readonly worker: pg.Pool;

  private constructor(readonly name: string) {
    const server = sharedServer();
    this.ownerUrl = urlOf(server, name);
    this.appUrl = urlOf(server, name, server.app);
    this.workerUrl = urlOf(server, name, server.worker);
    this.owner = this.open(this.ownerUrl, 3);
    this.app = this.open(this.appUrl, 6);
    this.reads = this.open(this.appUrl, 8);
    this.worker = this.open(this.workerUrl, 4);
  }

  static async create(): Promise<TestDatabase> {
    const { template } = sharedServer();
    const name = `${template}_${randomBytes(4).toString('hex')}`;
    await asAdmin(`create database ${name} template ${template}`);
    const database = new TestDatabase(name);
    await database.setClock('2026-03-01T12:00:00Z', 0);
    return database;
  }

  /** One without any migration. */
  static async empty(): Promise<TestDatabase> {
    const name = `${sharedServer().template}_${randomBytes(4).toString('hex')}`;
    await asAdmin(`create database ${name}`);
    const database = new TestDatabase(name);
    await database.owner.query(`create schema bridgelog authorization bridgelog_owner;
      grant usage on schema bridgelog to bridgelog_app, bridgelog_worker`);
    return database;
  }

  open(url: string, max: number): pg.Pool {
    const pool = openPool({ url, max, name: 'bridgelog test', onIdleError: () => undefined });
    this.pools.push(pool);
    return pool;
  }

  /** Sets the clock: 0 stops it, 1 lets it run as time does. */
  async setClock(base: string, rate: number): Promise<void> {
    await this.owner.query('select bridgelog.set_test_clock($1, $2)', [base, rate]);
  }

  /** A ledger as a process of its own would have it. */
  ledger(options: Partial<LedgerOptions> = {}): Ledger {
    const ledger = new Ledger({
      app: this.app,
      append: this.open(this.appUrl, 2),
      worker: this.worker,
      masterKey: Buffer.alloc(32, 7),
      listenUrl: this.workerUrl,
      alarm: (message, error) => {
        throw new Error(message, { cause: error });
      },
      ...options,
    });
    this.ledgers.push(ledger);
    return ledger;
  }

  async drop(): Promise<void> {
    await Promise.all(this.ledgers.map((ledger) => ledger.stop()));
    await Promise.all(this.pools.map((pool) => pool.end()));
    await asAdmin(`drop database ${this.name} with (force)`);
  }
}

/** An organization that exists nowhere yet. */
export const newOrganization = (): string => randomUUID();

const asAdmin = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: sharedServer().adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};
