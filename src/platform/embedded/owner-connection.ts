import { stat } from 'node:fs/promises';
import pg from 'pg';
import { EmbeddedError } from './embedded-error.js';
import { errorCode } from './error-code.js';
import { layout } from './layout.js';
import { NotYet } from './patience.js';

export const HOST = '127.0.0.1';
export const DATABASE = 'bridgelog';

const CANNOT_CONNECT_NOW = '57P';
const BROKEN = /Connection terminated|ECONNRESET|EPIPE/;
const WRONG_PASSWORD = '28P01';

/**
 * Connects as the superuser, to a database that the product itself does not use, so that our locks
 * and our presence are in nobody's way there.
 * @returns undefined when nobody listens there, or someone else than the database of this folder
 * @throws NotYet while the database comes up or goes down; EmbeddedError for a wrong password
 */
export async function connectAsOwner(
  folder: string,
  port: number,
  password: string,
): Promise<pg.Client | undefined> {
  const client = new pg.Client({
    host: HOST,
    port,
    user: 'postgres',
    password,
    database: 'postgres',
    ssl: false,
    application_name: 'bridgelog embedded',
    connectionTimeoutMillis: 5_000,
    query_timeout: 20_000,
  });
  // Without a listener the end of the database would end this process, too.
  client.on('error', () => undefined);
  try {
    await client.connect();
    if (await servesFolder(client, folder)) return client;
    await client.end();
    return undefined;
  } catch (error) {
    void client.end().catch(() => undefined);
    if (isPassing(error)) throw new NotYet(String(error), { cause: error });
    if (errorCode(error) === WRONG_PASSWORD) throw wrongPassword(folder, error);
    return undefined;
  }
}

/** Whether a failed query or connection shows a database that comes up, goes down or is gone. */
export function isPassing(error: unknown): boolean {
  const code = errorCode(error);
  return code.startsWith(CANNOT_CONNECT_NOW) || BROKEN.test(`${code} ${String(error)}`);
}

/** A copy of a folder has the passwords and the port of the original, which may be running. */
async function servesFolder(client: pg.Client, folder: string): Promise<boolean> {
  const { rows } = await client.query<{ data_directory: string }>('show data_directory');
  const served = await stat(rows[0]?.data_directory ?? '', { bigint: true }).catch(() => undefined);
  const ours = await stat(layout.cluster(folder), { bigint: true });
  return served?.dev === ours.dev && served.ino === ours.ino;
}

function wrongPassword(folder: string, cause: unknown): EmbeddedError {
  return new EmbeddedError(
    `The database in ${folder} does not accept the password in ${layout.serverFile(folder)}. ` +
      'Put that file back from a backup, or set BRIDGELOG_DATA to another folder.',
    { cause },
  );
}
