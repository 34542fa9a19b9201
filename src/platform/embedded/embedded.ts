import { borrow } from './borrow.js';
import { ensureCluster } from './cluster.js';
import { explained } from './embedded-error.js';
import { DATABASE, HOST } from './owner-connection.js';
import { findPlace } from './place.js';
import { serveFrom } from './serve.js';
import { ensureServerFile, type ServerFile } from './server-file.js';
import { withSession, type Session } from './session.js';

export { EmbeddedError } from './embedded-error.js';

export type EmbeddedOptions = {
  /** The folder that the caller would like (absolute). `EmbeddedDatabase.folder` may differ. */
  folder: string;
  /**
   * serve: this process is the only server of the folder for as long as it lives.
   * command: a short-lived tool that uses the database which runs, or starts it for its own time.
   */
  purpose: 'serve' | 'command';
  /** Gets one line for each thing that a person should know. */
  say: (line: string) => void;
};

/** A running PostgreSQL that Bridgelog brought itself. */
export type EmbeddedDatabase = {
  /** The folder really used (absolute), with room for other private files of the server. */
  folder: string;
  /** Connection string of the superuser. */
  ownerUrl: string;
  /** Kept for login roles that others create. */
  appPassword: string;
  workerPassword: string;
  host: string;
  port: number;
  database: string;
  /** A database that lived on after its server was killed was taken over. */
  adopted: boolean;
  /**
   * serve: stops the database. command: stops it if a command started it and nobody else uses it.
   * May be called more than once.
   * @throws EmbeddedError when the database does not stop within a minute
   */
  close: () => Promise<void>;
};

/**
 * Opens the PostgreSQL of the folder, making and starting it as needed (about 30 s at most).
 * Without close(), also after kill -9, the database lives on, and the next server takes it over.
 * @throws EmbeddedError when it cannot run, or another server lives; the message has the remedy
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { folder, purpose, say } = options;
  try {
    const place = await findPlace(folder, say);
    const file = await ensureServerFile(place.folder);
    await ensureCluster(place, file.ownerPassword);
    return await withSession(place, file.ownerPassword, async (session) => {
      const serves = purpose === 'serve';
      const end = serves ? await serveFrom(place, session, say) : await borrow(place, session);
      const adopted = serves && !session.startedHere;
      return { folder: place.folder, adopted, ...access(file, session), close: once(end) };
    });
  } catch (error) {
    throw explained(error, folder);
  }
}

function access({ ownerPassword, appPassword, workerPassword }: ServerFile, { port }: Session) {
  const ownerUrl = `postgresql://postgres:${ownerPassword}@${HOST}:${port}/${DATABASE}`;
  return { ownerUrl, appPassword, workerPassword, host: HOST, port, database: DATABASE };
}

function once(end: () => Promise<void>): () => Promise<void> {
  let ending: Promise<void> | undefined;
  return () => (ending ??= end());
}
