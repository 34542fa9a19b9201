import type pg from 'pg';
import { claimAlone } from './claim.js';
import { EmbeddedError } from './embedded-error.js';
import { Holding } from './holding.js';
import { connectAsOwner } from './owner-connection.js';
import { NotYet } from './patience.js';
import type { Place } from './place.js';
import { stopPostmaster } from './postmaster.js';
import { passwordsOf, readServerFile, writeServerFile, type ServerFile } from './server-file.js';
import type { Session } from './session.js';

/**
 * Makes this process the only server of the database, until it closes it or dies.
 * @returns what stops the database
 * @throws EmbeddedError when another server lives
 */
export async function serveFrom(
  place: Place,
  session: Session,
  say: (line: string) => void,
): Promise<() => Promise<void>> {
  const claimed = await claimAlone(session.client, 'serving');
  const file = await readServerFile(place.folder);
  if (!claimed) throw refusal(place.folder, file);
  if (!file) throw new NotYet('server.json vanished.');
  if (!session.startedHere) say(takenOver(place.folder, file));
  const { port, pid: postmasterPid } = session;
  const passwords = passwordsOf(file);
  await writeServerFile(place.folder, {
    ...passwords,
    port,
    postmasterPid,
    serverPid: process.pid,
  });
  const again = () => claimAgain(place.folder, port, passwords.ownerPassword);
  const holding = new Holding({ client: session.client, again, say });
  return async () => {
    const client = holding.release() ?? (await again().catch(() => undefined));
    if (!client) return;
    // Still under the claim: nobody may take the database over on its way down.
    await writeServerFile(place.folder, passwords);
    await stopPostmaster(place, postmasterPid);
    await client.end();
  };
}

async function claimAgain(
  folder: string,
  port: number,
  password: string,
): Promise<pg.Client | undefined> {
  const client = await connectAsOwner(folder, port, password);
  if (!client) throw new NotYet('Nobody answers there.');
  if (await claimAlone(client, 'serving')) return client;
  await client.end();
  return undefined;
}

function refusal(folder: string, file: ServerFile | undefined): EmbeddedError {
  const who = file?.serverPid === undefined ? '' : ` (pid ${file.serverPid})`;
  return new EmbeddedError(
    `Another Bridgelog server${who} is using ${folder}; stop it, or set BRIDGELOG_DATA to another folder`,
  );
}

function takenOver(folder: string, { serverPid }: ServerFile): string {
  return serverPid === undefined
    ? `Took over the running database in ${folder}.`
    : `Took over the database in ${folder}, which lived on after its server (pid ${serverPid}) was killed.`;
}
