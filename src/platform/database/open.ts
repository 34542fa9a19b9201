import { chmod, mkdir } from 'node:fs/promises';
import type { Instant } from '../../kernel/instant.js';
import { openEmbedded } from '../embedded/embedded.js';
import { ConfigError, type Config } from '../config.js';
import { prepareDatabase, refuseUnmigrated, type Login } from './prepare.js';

export type OpenOptions = {
  readonly config: Config;
  /** serve: the one server of an embedded database. command: a tool beside it. */
  readonly purpose: 'serve' | 'command';
  /** Makes a NEW database one whose clock can be set, and stops it at this time: for drills. */
  readonly testClock?: Instant | undefined;
  readonly say: (line: string) => void;
};

/** An open database: where each kind of work connects. */
export type DatabaseAccess = {
  readonly appUrl: string;
  readonly workerUrl: string;
  /** Undefined when only requests and workers may connect. */
  readonly ownerUrl: string | undefined;
  /** A folder for private files of the server. */
  readonly folder: string;
  readonly singleRole: boolean;
  close(): Promise<void>;
};

/** Opens the configured database, embedded or external, and migrates it where it may. */
export const openDatabase = (options: OpenOptions): Promise<DatabaseAccess> =>
  options.config.databaseUrl === undefined
    ? openOwn(options)
    : openExternal(options, options.config.databaseUrl);

const openOwn = async ({
  config,
  purpose,
  testClock,
  say,
}: OpenOptions): Promise<DatabaseAccess> => {
  const database = await openEmbedded({ folder: config.dataFolder, purpose, say });
  const app = { user: 'bridgelog_app', password: database.appPassword };
  const worker = { user: 'bridgelog_worker', password: database.workerPassword };
  const as = ({ user, password }: Login) =>
    `postgresql://${user}:${password}@${database.host}:${database.port}/${database.database}`;
  try {
    await prepareDatabase({
      ownerUrl: database.ownerUrl,
      app,
      worker,
      resetPasswords: true,
      testClock,
    });
  } catch (error) {
    await database.close();
    throw error;
  }
  return {
    appUrl: as(app),
    workerUrl: as(worker),
    ownerUrl: database.ownerUrl,
    folder: database.folder,
    singleRole: false,
    close: () => database.close(),
  };
};

const openExternal = async (options: OpenOptions, appUrl: string): Promise<DatabaseAccess> => {
  const { config } = options;
  const { singleRole } = config;
  const workerUrl = singleRole ? appUrl : (config.databaseWorkerUrl ?? workerUrlBeside(appUrl));
  const ownerUrl = singleRole ? appUrl : config.databaseOwnerUrl;
  if (ownerUrl !== undefined) {
    await prepareDatabase({
      ownerUrl,
      app: loginOf('DATABASE_URL', appUrl),
      worker: loginOf('DATABASE_WORKER_URL', workerUrl),
      testClock: options.testClock,
    });
  } else await refuseUnmigrated(appUrl);
  await mkdir(config.dataFolder, { recursive: true });
  await chmod(config.dataFolder, 0o700);
  return {
    appUrl,
    workerUrl,
    ownerUrl,
    folder: config.dataFolder,
    singleRole,
    close: () => Promise.resolve(),
  };
};

/** The same password, as the login `bridgelog_worker`. */
const workerUrlBeside = (appUrl: string): string => {
  const url = new URL(appUrl);
  url.username = 'bridgelog_worker';
  return url.toString();
};

const loginOf = (name: string, text: string): Login => {
  const { username, password } = new URL(text);
  if (username === '') throw new ConfigError(`${name} must name its user`);
  return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
};
