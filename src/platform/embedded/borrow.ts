import { claimAtOnce, claimTogether, unclaim } from './claim.js';
import { isPassing } from './owner-connection.js';
import { NotYet } from './patience.js';
import type { Place } from './place.js';
import { stopPostmaster } from './postmaster.js';
import { passwordsOf, readServerFile, writeServerFile } from './server-file.js';
import type { Session } from './session.js';

/**
 * Uses the database for the time of a command.
 * @returns what ends the use, and stops the database if a command started it and nobody needs it
 */
export async function borrow(place: Place, session: Session): Promise<() => Promise<void>> {
  if (session.startedHere) await noteStart(place, session);
  if (!(await claimTogether(session.client, 'in use'))) {
    throw new NotYet('Another command is just stopping the database.');
  }
  let connected = true;
  session.client.once('end', () => (connected = false));
  return async () => {
    if (!connected) return;
    try {
      await giveBack(place, session);
    } catch (error) {
      if (!isPassing(error)) throw error;
    }
  };
}

/** Under the claim of servers, because a server may be claiming and noting at the same moment. */
async function noteStart({ folder }: Place, { client, port, pid }: Session): Promise<void> {
  if (!(await claimAtOnce(client, 'serving'))) return;
  const file = await readServerFile(folder);
  if (file) await writeServerFile(folder, { ...passwordsOf(file), port, postmasterPid: pid });
  await unclaim(client);
}

/** The last command to go stops the database, which need not be the one that started it. */
async function giveBack(place: Place, { client, pid }: Session): Promise<void> {
  await unclaim(client);
  const file = await readServerFile(place.folder);
  const startedByCommand = file?.port !== undefined && file.serverPid === undefined;
  if (
    startedByCommand &&
    (await claimAtOnce(client, 'in use')) &&
    (await claimAtOnce(client, 'serving'))
  ) {
    await writeServerFile(place.folder, passwordsOf(file));
    await stopPostmaster(place, pid);
  }
  await client.end();
}
