import { constants } from 'node:fs';
import { open, rename, stat } from 'node:fs/promises';
import { layout } from './layout.js';
import type { Place } from './place.js';

const ROTATE_BYTES = 16 * 1024 * 1024;
const TAIL_BYTES = 16 * 1024;

/** As root we give the file away: a link to another file must not be followed. */
const { O_APPEND, O_CREAT, O_WRONLY, O_NOFOLLOW } = constants;
const OWN_FILE = O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW;

/**
 * Sees that the log of the database is there and that its user can write to it.
 * @returns its size in bytes: where the lines of the next start will begin
 */
export async function prepareLog({ folder, account }: Place): Promise<number> {
  const path = layout.log(folder);
  const before = await stat(path).catch(() => undefined);
  if (before && before.size > ROTATE_BYTES) await rename(path, `${path}.1`);
  const handle = await open(path, OWN_FILE, 0o600);
  try {
    if (account) await handle.chown(account.uid, account.gid);
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}

/** What the log says from that byte on, at most its last 16 KiB. */
export async function logSince(folder: string, begin: number): Promise<string> {
  const handle = await open(layout.log(folder), 'r');
  try {
    const { size } = await handle.stat();
    const from = Math.max(begin, size - TAIL_BYTES);
    const buffer = Buffer.alloc(Math.max(0, size - from));
    await handle.read(buffer, 0, buffer.length, from);
    return buffer.toString().trim();
  } finally {
    await handle.close();
  }
}
