import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { Ledger } from '../ledger/ledger.js';
import type { LedgerPools } from '../ledger/open-ledger.js';
import { OrganizationService } from './organization.service.js';
import { isSecret, newSecret } from './secret.js';

const names = { organization: 'My organization', admin: 'Admin', token: 'first admin' };

/** Any number will do, if nothing else locks it. */
const firstStartLock = 7_274_936_216;

/**
 * Makes a new database usable: one organization, its admin, and a token in a private file. Does
 * nothing if there is an organization. Gives back where the token's secret is, or was until
 * somebody moved it. Processes that start together make one organization.
 */
export const ensureFirstOrganization = async (
  ledger: Ledger,
  { app, worker }: Pick<LedgerPools, 'app' | 'worker'>,
  folder: string,
): Promise<string> => {
  const path = join(folder, 'admin-token');
  await alone(worker, async (client) => {
    const { rows } = await client.query<{ exists: boolean }>(
      'select exists (select from bridgelog.organizations)',
    );
    if (rows[0]?.exists === true) return;
    // The file first: a crash in between leaves a secret without a token, never the reverse.
    const secret = (await readSecret(path)) ?? (await writeSecret(folder, path));
    const { refusals } = await new OrganizationService(ledger, app).setUp(names, secret);
    if (refusals.length > 0) throw new Error(refusals.map(({ message }) => message).join('; '));
  });
  return path;
};

/** Runs work while no other process of this database does. */
const alone = async (
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<void>,
): Promise<void> => {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [firstStartLock]);
    await work(client);
  } finally {
    // Ends the session, and with it the lock, whatever state it is in.
    client.release(true);
  }
};

/** The secret of a first start that did not come to its end. */
const readSecret = async (path: string): Promise<string | undefined> => {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  });
  if (!isSecret(text.trim())) return undefined;
  await chmod(path, 0o600);
  return text.trim();
};

/** Whole and on disk, or not there at all; only its owner can read it. */
const writeSecret = async (folder: string, path: string): Promise<string> => {
  const secret = newSecret();
  const draft = `${path}.${randomBytes(4).toString('hex')}`;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${secret}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
  await syncFolder(folder);
  return secret;
};

/** Makes the new name in the folder outlive a crash of the machine. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
