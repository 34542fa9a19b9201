import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedError } from './embedded-error.js';
import { freePort } from './free-port.js';
import { layout } from './layout.js';
import { NotYet } from './patience.js';
import type { Place } from './place.js';
import { logSince, prepareLog } from './postmaster-log.js';
import { isAlive } from './process-life.js';
import { runProgram } from './run-program.js';

const SIGNAL_LIMIT_MS = 15_000;
const STOP_LIMIT_MS = 60_000;
const STOP_LOOK_MS = 20;

/** The main process of a PostgreSQL. */
export type Postmaster = { pid: number; port: number };

/** A port lost to someone else, another starter, or a dead predecessor that is not yet reaped. */
const PASSING =
  /lock file|Address already in use|could not create any TCP\/IP sockets|is still in use/;

/** What PostgreSQL itself noted about its life; only a connection shows whether it is true. */
export async function notedPostmaster(folder: string): Promise<Postmaster | undefined> {
  const path = join(layout.cluster(folder), 'postmaster.pid');
  const lines = (await readFile(path, 'utf8').catch(() => '')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && port > 0 && isAlive(pid) ? { pid, port } : undefined;
}

/**
 * Starts the database on a free port, in a session of its own: it outlives us, and signals of the
 * terminal do not reach it. PostgreSQL itself judges whether another one has the files.
 * @throws NotYet when a later attempt may succeed; EmbeddedError when none will
 */
export async function startPostmaster(place: Place, limitMs: number): Promise<void> {
  const { folder, account, binaries } = place;
  const begin = await prepareLog(place);
  const seconds = Math.max(1, Math.round(limitMs / 1000));
  const { ok, output } = await runProgram(
    binaries.paths.pg_ctl,
    [
      'start',
      '--wait',
      `--timeout=${seconds}`,
      `--pgdata=${layout.cluster(folder)}`,
      `--log=${layout.log(folder)}`,
      `--options=-p ${await freePort()}`,
    ],
    { account, timeoutMs: (seconds + 5) * 1000 },
  );
  if (ok) return;
  const lines = await logSince(folder, begin);
  if (PASSING.test(lines) || output.includes('did not start in time')) {
    throw new NotYet(lines || output);
  }
  throw new EmbeddedError(
    `PostgreSQL does not start in ${folder}:\n${lastLines(lines) || output}\n` +
      `Remove the cause above (the whole log is ${layout.log(folder)}), or set BRIDGELOG_DATA to ` +
      'another folder, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

/**
 * Stops the database of the place, ending all its connections; what was committed is on disk.
 * @throws EmbeddedError when it is not down after a minute
 */
export async function stopPostmaster(place: Place, pid: number): Promise<void> {
  // Its own waiting would go on for the next postmaster, if that is quick to start.
  const { output } = await runProgram(
    place.binaries.paths.pg_ctl,
    ['stop', '--no-wait', '--mode=fast', `--pgdata=${layout.cluster(place.folder)}`],
    { account: place.account, timeoutMs: SIGNAL_LIMIT_MS },
  );
  for (let waitedMs = 0; waitedMs < STOP_LIMIT_MS; waitedMs += STOP_LOOK_MS) {
    if (!isAlive(pid)) return;
    await pause(STOP_LOOK_MS);
  }
  throw new EmbeddedError(
    `PostgreSQL in ${place.folder} did not stop: ${output}. Nothing is lost: the next start of ` +
      'Bridgelog waits for it, or takes it over.',
  );
}

/** The end of a log, short enough for a message. */
export function lastLines(text: string): string {
  return text.split('\n').slice(-12).join('\n');
}
