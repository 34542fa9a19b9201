import { mkdir } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { AppModule } from './app.module.js';
import { ClocksService } from './clocks/clocks.service.js';
import type { Instant } from './kernel/instant.js';
import { openLedger, type OpenLedger } from './ledger/open-ledger.js';
import { ensureFirstOrganization } from './organization/first-start.service.js';
import { Closers } from './platform/closers.js';
import type { Config } from './platform/config.js';
import { openDatabase, type DatabaseAccess } from './platform/database/open.js';
import { NestLogger } from './platform/logging.js';

export type ServeOptions = {
  readonly config: Config;
  /** A new database whose clock can be set and stands at this time: for drills. */
  readonly testClock?: Instant;
  readonly logger: Logger;
  /** Gets one line for each thing that a person should know. */
  readonly say: (line: string) => void;
};

/** A server that answers. */
export type RunningServer = {
  /** `http://host:port` */
  readonly url: string;
  /** The file with the first admin token, which only its owner can read. */
  readonly adminTokenFile: string;
  readonly database: DatabaseAccess;
  /** Does now what is due by the clock of the database. */
  settle(): Promise<void>;
  /** Lets clients go, answers what was taken, and stops everything that was started. */
  close(): Promise<void>;
};

const mostBodyBytes = 1_048_576;

/** Starts everything that a server is. What was started is stopped again if something fails. */
export const startServer = async (options: ServeOptions): Promise<RunningServer> => {
  const { config, logger, say } = options;
  const opened = new Closers();
  try {
    await mkdir(config.dataFolder, { recursive: true, mode: 0o700 });
    const database = await openDatabase({ ...options, purpose: 'serve' });
    opened.add(() => database.close());
    const open = await openLedger(database, config, logger);
    opened.add(() => open.close());
    const { ledger, pools } = open;
    const adminTokenFile = await ensureFirstOrganization(ledger, pools, config.dataFolder);
    const app = await listen(open, config, logger);
    opened.add(() => app.close());
    ledger.start();
    const clocks = app.get(ClocksService);
    clocks.start();
    if (database.singleRole) say('One login does it all: events are kept by triggers alone.');
    return {
      url: await app.getUrl(),
      adminTokenFile,
      database,
      settle: () => clocks.settle(),
      close: () => opened.closeAll(),
    };
  } catch (error) {
    await opened.closeAll();
    throw error;
  }
};

const listen = async (
  { ledger, pools, standing }: OpenLedger,
  { host, port, allowedOrigins }: Config,
  logger: Logger,
): Promise<NestFastifyApplication> => {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with({ ...pools, ledger, standing, graphql: { sockets: { allowedOrigins } } }),
    new FastifyAdapter({ bodyLimit: mostBodyBytes }),
    { logger: new NestLogger(logger), abortOnError: false },
  );
  await app.listen(port, host);
  return app;
};
