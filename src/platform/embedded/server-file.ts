import { randomBytes } from 'node:crypto';
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { isRoot } from './account.js';
import { EmbeddedError } from './embedded-error.js';
import { errorCode } from './error-code.js';
import { holdsCluster, layout } from './layout.js';
import { scratchName } from './scratch.js';

/** The private notes on an embedded database, kept in server.json with mode 0600. */
export type ServerFile = {
  ownerPassword: string;
  appPassword: string;
  workerPassword: string;
  /** Of the database, while one runs. */
  port?: number;
  postmasterPid?: number;
  /** Of the server that last claimed the database; missing when a command started it. */
  serverPid?: number;
};

/** The notes of the folder, made with new passwords if it is a new folder. */
export async function ensureServerFile(folder: string): Promise<ServerFile> {
  // In this order: whoever makes a cluster has written the passwords before.
  const passwordsWereMade = await holdsCluster(folder);
  const present = await readServerFile(folder);
  if (present) return present;
  if (passwordsWereMade) throw unusable(folder, 'is missing');
  await save(folder, withNewPasswords(), async (unfinished, target) => {
    // Unlike rename this leaves the file of a faster process alone.
    await link(unfinished, target).catch(unlessTaken);
    await rm(unfinished);
  });
  const made = await readServerFile(folder);
  if (!made) throw unusable(folder, 'vanished');
  return made;
}

/** Undefined when there is none. */
export async function readServerFile(folder: string): Promise<ServerFile | undefined> {
  const text = await readFile(layout.serverFile(folder), 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : parsed(text, folder);
}

/** Replaces the notes as a whole. Only whoever holds the claim of the server may do so. */
export function writeServerFile(folder: string, content: ServerFile): Promise<void> {
  return save(folder, content, rename);
}

/** The same notes when no database runs. */
export function passwordsOf(file: ServerFile): ServerFile {
  const { ownerPassword, appPassword, workerPassword } = file;
  return { ownerPassword, appPassword, workerPassword };
}

function withNewPasswords(): ServerFile {
  const password = () => randomBytes(24).toString('base64url');
  return { ownerPassword: password(), appPassword: password(), workerPassword: password() };
}

async function save(
  folder: string,
  content: ServerFile,
  place: (unfinished: string, target: string) => Promise<void>,
): Promise<void> {
  const target = layout.serverFile(folder);
  const unfinished = scratchName(target);
  const handle = await open(unfinished, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(content, null, 2)}\n`);
    if (isRoot()) {
      // Root may be visiting the folder of a user, who has to read it afterwards.
      const { uid, gid } = await stat(folder);
      await handle.chown(uid, gid);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  await place(unfinished, target);
  await syncFolder(folder);
}

/** Makes what was renamed in the folder survive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function parsed(text: string, folder: string): ServerFile {
  try {
    const file = JSON.parse(text) as Partial<ServerFile> | null;
    if (file?.ownerPassword && file.appPassword && file.workerPassword) return file as ServerFile;
  } catch {
    // Told below, in the same words as an incomplete file.
  }
  throw unusable(folder, 'is damaged');
}

function unusable(folder: string, how: string): EmbeddedError {
  return new EmbeddedError(
    `${layout.serverFile(folder)}, which has the passwords of the database beside it, ${how}. ` +
      `Put it back from a backup, or move ${folder} away to begin with an empty database.`,
  );
}

function unlessTaken(error: unknown): void {
  if (errorCode(error) !== 'EEXIST') throw error;
}
