import type pg from 'pg';
import type { Logger } from 'pino';
import { Closers } from '../platform/closers.js';
import { ConfigError, type Config } from '../platform/config.js';
import { AppPool } from '../platform/database/app-pool.js';
import { refusePrivilegedLogin } from '../platform/database/guard.js';
import type { DatabaseAccess } from '../platform/database/open.js';
import { openPool } from '../platform/database/pool.js';
import { readMasterKey } from '../platform/master-key.js';
import { Ledger } from './ledger.js';
import { unwraps } from './subject-keys.js';

export type LedgerPools = {
  readonly app: AppPool;
  /** For sessions, which keep a connection while their operation goes on. */
  readonly reads: pg.Pool;
  readonly worker: pg.Pool;
};

/** A ledger on an open database, with the connections that it shares with requests. */
export type OpenLedger = {
  readonly ledger: Ledger;
  readonly pools: LedgerPools;
  readonly standing: {
    readonly protection: 'full' | 'single-role';
    readonly clock: 'real' | 'test';
  };
  close(): Promise<void>;
};

/**
 * Opens the pools (20 connections at most) and the ledger on them; throws `ConfigError` for
 * logins that may too much.
 */
export const openLedger = async (
  database: DatabaseAccess,
  config: Config,
  logger: Logger,
): Promise<OpenLedger> => {
  const opened = new Closers();
  const open = (url: string, max: number, name: string): pg.Pool => {
    const onIdleError = (error: Error) => logger.warn({ err: error }, 'a connection broke');
    const pool = openPool({ url, max, name: `bridgelog ${name}`, onIdleError });
    opened.add(() => pool.end());
    return pool;
  };
  try {
    await refusePrivilegedLogins(database);
    const app = open(database.appUrl, 6, 'requests');
    const reads = open(database.appUrl, 8, 'reads');
    const append = open(database.appUrl, 2, 'append');
    const worker = open(database.workerUrl, 4, 'worker');
    const masterKey = await readMasterKey(config, database.folder);
    await refuseForeignKey(worker, masterKey);
    const listenUrl = database.workerUrl;
    const alarm = (message: string, error?: Error) => logger.error({ err: error }, message);
    const ledger = new Ledger({ app, append, worker, masterKey, listenUrl, alarm });
    opened.add(() => ledger.stop());
    return {
      ledger,
      pools: { app: new AppPool(app), reads, worker },
      standing: {
        protection: database.singleRole ? 'single-role' : 'full',
        clock: await clockOf(worker),
      },
      close: () => opened.closeAll(),
    };
  } catch (error) {
    await opened.closeAll();
    throw error;
  }
};

const refusePrivilegedLogins = async (database: DatabaseAccess): Promise<void> => {
  if (database.singleRole) return;
  await refusePrivilegedLogin('DATABASE_URL', database.appUrl);
  await refusePrivilegedLogin('DATABASE_WORKER_URL', database.workerUrl);
};

/** Throws `ConfigError` when the keys of data subjects were wrapped by another master key. */
const refuseForeignKey = async (worker: pg.Pool, masterKey: Buffer): Promise<void> => {
  const { rows } = await worker.query<{ organization: string; subject: string; wrapped: Buffer }>(
    'select organization, subject, wrapped from bridgelog.subject_keys limit 1',
  );
  const [wrapped] = rows;
  if (!wrapped || unwraps(masterKey, wrapped)) return;
  throw new ConfigError(
    'The personal data in this database was sealed under another master key: set ' +
      'BRIDGELOG_MASTER_KEY to the one that its first server used (master.key in its data folder).',
  );
};

const clockOf = async (worker: pg.Pool): Promise<'real' | 'test'> => {
  const { rows } = await worker.query<{ found: string | null }>(
    `select to_regclass('bridgelog.test_clock')::text as found`,
  );
  return rows[0]?.found == null ? 'real' : 'test';
};
