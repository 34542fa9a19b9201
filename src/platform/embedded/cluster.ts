import { lchown, mkdir, open, rename, rm } from 'node:fs/promises';
import { EmbeddedError } from './embedded-error.js';
import { errorCode } from './error-code.js';
import { holdsCluster, layout } from './layout.js';
import type { Place } from './place.js';
import { runProgram, type Account } from './run-program.js';
import { scratchName } from './scratch.js';
import { syncFolder } from './server-file.js';

const TIMEOUT_MS = 180_000;

const OPTIONS = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  // With the locale C instead, text search would take “quotes” and dashes for letters.
  '--locale=C.UTF-8',
  '--lc-messages=C',
  '--data-checksums',
  '--no-instructions',
];

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'password_encryption=scram-sha-256',
  'max_connections=100',
  'timezone=UTC',
  'log_timezone=UTC',
  // A failed CREATE ROLE ... PASSWORD would otherwise be logged with its password.
  'log_min_error_statement=panic',
];

/**
 * Makes the database files if the folder has none. They are built beside their place and moved
 * there when whole, so that being killed on the way leaves nothing that looks like a database.
 * @throws EmbeddedError with what initdb said
 */
export async function ensureCluster(place: Place, ownerPassword: string): Promise<void> {
  if (await holdsCluster(place.folder)) return;
  const target = layout.cluster(place.folder);
  const unfinished = scratchName(target);
  const passwordFile = scratchName(`${target}.password`);
  try {
    await writePassword(passwordFile, ownerPassword, place.account);
    await mkdir(unfinished, { mode: 0o700 });
    if (place.account) await lchown(unfinished, place.account.uid, place.account.gid);
    await initialize(place, unfinished, passwordFile);
    await rename(unfinished, target).catch(unlessAnotherWasFaster);
    await syncFolder(place.folder);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function initialize(place: Place, folder: string, passwordFile: string): Promise<void> {
  const settings = SETTINGS.map((setting) => `--set=${setting}`);
  const { ok, output } = await runProgram(
    place.binaries.paths.initdb,
    [`--pgdata=${folder}`, `--pwfile=${passwordFile}`, ...OPTIONS, ...settings],
    { account: place.account, timeoutMs: TIMEOUT_MS },
  );
  if (ok) return;
  throw new EmbeddedError(
    `PostgreSQL could not make its files in ${place.folder}:\n${output}\n` +
      'Remove the cause above (a full disk, mostly), or set BRIDGELOG_DATA to another folder, ' +
      'or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

async function writePassword(
  path: string,
  password: string,
  account: Account | undefined,
): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    if (account) await handle.chown(account.uid, account.gid);
    await handle.writeFile(`${password}\n`);
  } finally {
    await handle.close();
  }
}

function unlessAnotherWasFaster(error: unknown): void {
  if (!['ENOTEMPTY', 'EEXIST'].includes(errorCode(error))) throw error;
}
