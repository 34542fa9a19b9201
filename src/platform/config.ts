import { isAbsolute, join } from 'node:path';
import { packageRoot } from './package-root.js';

/** What the environment says. Read once, at start. */
export type Config = {
  /** Where to listen; port 0 takes any that is free. */
  readonly host: string;
  readonly port: number;
  /** PostgreSQL of the operator's own; undefined: the embedded one. */
  readonly databaseUrl: string | undefined;
  readonly databaseOwnerUrl: string | undefined;
  readonly databaseWorkerUrl: string | undefined;
  /** Accepts that requests, workers and migrations share one privileged login. */
  readonly singleRole: boolean;
  /** Folder of the embedded database and of private files (absolute). */
  readonly dataFolder: string;
  /** base64 of 32 bytes; undefined: a file in the data folder, made at first start. */
  readonly masterKey: string | undefined;
  readonly allowedOrigins: readonly string[];
  readonly logLevel: string;
};

/** Something in the environment cannot be used; the message names it and says what would be right. */
export class ConfigError extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** Throws `ConfigError` for the first variable that cannot be used. */
export const readConfig = (env: Environment): Config => {
  const given = (name: string): string | undefined =>
    env[name] === undefined || env[name] === '' ? undefined : env[name];
  const folder = given('BRIDGELOG_DATA') ?? 'data';
  return {
    host: given('BRIDGELOG_HOST') ?? '127.0.0.1',
    port: port('BRIDGELOG_PORT', given('BRIDGELOG_PORT') ?? '4000'),
    databaseUrl: databaseUrl('DATABASE_URL', given('DATABASE_URL')),
    databaseOwnerUrl: databaseUrl('DATABASE_OWNER_URL', given('DATABASE_OWNER_URL')),
    databaseWorkerUrl: databaseUrl('DATABASE_WORKER_URL', given('DATABASE_WORKER_URL')),
    singleRole: isOn('BRIDGELOG_SINGLE_ROLE', given('BRIDGELOG_SINGLE_ROLE') ?? 'off'),
    dataFolder: isAbsolute(folder) ? folder : join(packageRoot, folder),
    masterKey: given('BRIDGELOG_MASTER_KEY'),
    allowedOrigins: (given('BRIDGELOG_ALLOWED_ORIGINS') ?? '').split(/[\s,]+/).filter(Boolean),
    logLevel: oneOf('BRIDGELOG_LOG_LEVEL', given('BRIDGELOG_LOG_LEVEL') ?? 'info', logLevels),
  };
};

const port = (name: string, text: string): number => {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= 65_535) return value;
  throw new ConfigError(`${name} is a port from 0 to 65535, not "${text}"`);
};

const databaseUrl = (name: string, text: string | undefined): string | undefined => {
  if (text === undefined || /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? '')) return text;
  throw new ConfigError(`${name} is an address like postgresql://user:password@host:5432/database`);
};

const isOn = (name: string, text: string): boolean => oneOf(name, text, ['on', 'off']) === 'on';

const oneOf = (name: string, text: string, allowed: readonly string[]): string => {
  if (allowed.includes(text)) return text;
  throw new ConfigError(`${name} is one of ${allowed.join(', ')}, not "${text}"`);
};
