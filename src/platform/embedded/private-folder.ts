import { mkdirSync } from 'node:fs';
import { chmod, readdir, stat } from 'node:fs/promises';
import { isRoot } from './account.js';
import { exists, holdsCluster, layout } from './layout.js';

/**
 * Makes sure that the folder exists, and is closed to others if it is ours alone. For root it can
 * be passed through but not listed: PostgreSQL has to get to its part under another user.
 */
export async function preparePrivateFolder(folder: string): Promise<void> {
  const mode = isRoot() ? 0o711 : 0o700;
  if (makeWithMode(folder, mode)) return;
  if (await isOursAlone(folder)) await chmod(folder, mode);
}

/** Whatever the caller's umask is, every folder on the way appears with its final mode. */
function makeWithMode(folder: string, mode: number): boolean {
  const before = process.umask(0o066);
  try {
    return mkdirSync(folder, { recursive: true, mode }) !== undefined;
  } finally {
    process.umask(before);
  }
}

/** Someone may point us at a home folder: its mode is not ours to change. */
async function isOursAlone(folder: string): Promise<boolean> {
  if ((await stat(folder)).uid !== process.getuid?.()) return false;
  if ((await readdir(folder)).length === 0) return true;
  return (await holdsCluster(folder)) || (await exists(layout.serverFile(folder)));
}
