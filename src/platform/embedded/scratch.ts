import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from './process-life.js';

const NAME = /\.new-(\d+)-[0-9a-f]{8}$/;
const madeHere = new Set<string>();

/**
 * A name beside `target` for something unfinished, to be renamed to `target` once it is whole.
 * Each name is used by one process only, so that two of them never build in the same place.
 */
export function scratchName(target: string): string {
  const name = `${target}.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  madeHere.add(name);
  return name;
}

/** Removes the unfinished things in `folder` whose makers were killed. */
export async function sweepScratch(folder: string): Promise<void> {
  for (const entry of await readdir(folder)) {
    const path = join(folder, entry);
    if (!isAbandoned(path)) continue;
    // A child of the killed maker may still be writing there: the next sweep gets the rest.
    await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

function isAbandoned(path: string): boolean {
  const maker = NAME.exec(path)?.[1];
  if (maker === undefined || madeHere.has(path)) return false;
  // In a container the next life of a process often has the same id as the last one.
  return Number(maker) === process.pid || !isAlive(Number(maker));
}
