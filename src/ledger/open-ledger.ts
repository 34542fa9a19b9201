import type pg from 'pg';
import type { Logger } from 'pino';
import type { Config } from '../platform/config.js';
import { AppPool } from '../platform/database/app-pool.js';
import { refusePrivilegedLogin } from '../platform/database/guard.js';
import type { DatabaseAccess } from '../platform/database/open.js';
import { openPool } from '../platform/database/pool.js';
import { readMasterKey } from '../platform/master-key.js';
import { Ledger } from './ledger.js';

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
  if (!database.singleRole) {
    await refusePrivilegedLogin('DATABASE_URL', database.appUrl);
    await refusePrivilegedLogin('DATABASE_WORKER_URL', database.workerUrl);
  }
  const onIdleError = (error: Error) => logger.warn({ err: error }, 'a connection broke');
  const open = (url: string, max: number, name: string) =>
    openPool({ url, max, name: `bridgelog ${name}`, onIdleError });
  const app = open(database.appUrl, 6, 'requests');
  const reads = open(database.appUrl, 8, 'reads');
  const append = open(database.appUrl, 2, 'append');
  const worker = open(database.workerUrl, 4, 'worker');
  const ledger = new Ledger({
    app,
    append,
    worker,
    masterKey: await readMasterKey(config, database.folder),
    listenUrl: database.workerUrl,
    alarm: (message, error) => logger.error({ err: error }, message),
  });
  return {
    ledger,
    pools: { app: new AppPool(app), reads, worker },
    standing: {
      protection: database.singleRole ? 'single-role' : 'full',
      clock: await clockOf(worker),
    },
    close: async () => {
      await ledger.stop();
      await Promise.all([app, reads, append, worker].map((pool) => pool.end()));
    },
  };
};

const clockOf = async (worker: pg.Pool): Promise<'real' | 'test'> => {
  const { rows } = await worker.query<{ found: string | null }>(
    `select to_regclass('bridgelog.test_clock')::text as found`,
  );
  return rows[0]?.found == null ? 'real' : 'test';
};
