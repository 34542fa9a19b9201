import { chmod, cp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { copiedTo, type Binaries } from './binaries.js';
import { exists } from './layout.js';
import { scratchName } from './scratch.js';

/** A copy of the programs in `parent` that every user can run; made once per version. */
export async function copyBinaries(binaries: Binaries, parent: string): Promise<Binaries> {
  const target = join(parent, binaries.key);
  if (!(await exists(target))) await copyWhole(binaries.folder, target);
  return copiedTo(target, binaries);
}

async function copyWhole(from: string, target: string): Promise<void> {
  const unfinished = scratchName(target);
  try {
    await cp(from, unfinished, { recursive: true, verbatimSymlinks: true });
    await openToAll(unfinished);
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Another process that copied at the same time was faster.
    if (!(await exists(target))) throw error;
  }
}

/** `npm ci` under a strict umask leaves files that only their owner can read. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, 0o755);
  }
}
