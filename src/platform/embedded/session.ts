import type pg from 'pg';
import { EmbeddedError } from './embedded-error.js';
import { errorCode } from './error-code.js';
import { layout } from './layout.js';
import { connectAsOwner, DATABASE, isPassing } from './owner-connection.js';
import { NotYet, withPatience } from './patience.js';
import type { Place } from './place.js';
import { lastLines, notedPostmaster, startPostmaster, type Postmaster } from './postmaster.js';

const LIMIT_MS = 30_000;
const ALREADY_THERE = new Set(['42P04', '23505']);
const TEMPLATE_IN_USE = '55006';

/** A connection to the running database of a place. */
export type Session = Postmaster & { client: pg.Client; startedHere: boolean };

/**
 * Connects to the database of the place, starting it if it does not run, and does something there.
 * Begins anew when the database goes down meanwhile, for example because a command ended it.
 * @throws EmbeddedError when it does not run within about 30 seconds
 */
export async function withSession<T>(
  place: Place,
  password: string,
  use: (session: Session) => Promise<T>,
): Promise<T> {
  let startedPid = 0;
  try {
    return await withPatience(LIMIT_MS, async (leftMs) => {
      const session = await connectOrStart(place, password, leftMs);
      if (session.startedHere) startedPid = session.pid;
      const startedHere = session.pid === startedPid;
      return await using({ ...session, startedHere }, use);
    });
  } catch (error) {
    if (error instanceof NotYet) throw tooLate(place.folder, error);
    throw error;
  }
}

async function connectOrStart(place: Place, password: string, leftMs: number): Promise<Session> {
  const { folder } = place;
  const running = await notedPostmaster(folder);
  const borrowed = running && (await connectAsOwner(folder, running.port, password));
  if (borrowed) return { ...running, client: borrowed, startedHere: false };
  await startPostmaster(place, leftMs);
  const started = await notedPostmaster(folder);
  const client = started && (await connectAsOwner(folder, started.port, password));
  if (!client) throw new NotYet('PostgreSQL was gone again right after its start.');
  return { ...started, client, startedHere: true };
}

async function using<T>(session: Session, use: (session: Session) => Promise<T>): Promise<T> {
  try {
    await ensureDatabase(session.client);
    return await use(session);
  } catch (error) {
    void session.client.end().catch(() => undefined);
    throw isPassing(error) ? new NotYet(String(error), { cause: error }) : error;
  }
}

async function ensureDatabase(client: pg.Client): Promise<void> {
  const found = await client.query('select from pg_database where datname = $1', [DATABASE]);
  if (found.rowCount) return;
  try {
    await client.query(`create database ${DATABASE}`);
  } catch (error) {
    if (errorCode(error) === TEMPLATE_IN_USE) throw new NotYet(String(error), { cause: error });
    if (!ALREADY_THERE.has(errorCode(error))) throw error;
  }
}

function tooLate(folder: string, last: NotYet): EmbeddedError {
  return new EmbeddedError(
    `PostgreSQL in ${folder} was not ready within ${LIMIT_MS / 1000} seconds:\n` +
      `${lastLines(last.message)}\n` +
      'If it is recovering after a crash, start Bridgelog again in a minute. If the lines above ' +
      'name a lock file and a process id that is not PostgreSQL, delete that lock file. ' +
      `The whole log is ${layout.log(folder)}.`,
    { cause: last },
  );
}
