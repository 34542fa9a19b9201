import { lchown, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.js';
import { runProgram, type Account, type Outcome } from './run-program.js';
import { scratchName } from './scratch.js';

const TIMEOUT_MS = 15_000;

/** Tries whether the account can run PostgreSQL from there: rights, loader and libraries in one. */
export function tryPrograms(binaries: Binaries, account: Account | undefined): Promise<Outcome> {
  return runProgram(binaries.paths.postgres, ['--version'], { account, timeoutMs: TIMEOUT_MS });
}

/** Tries whether the account can enter the folder and write below it, in what was given to it. */
export async function tryFolder(folder: string, account: Account): Promise<Outcome> {
  const own = scratchName(join(folder, 'trial'));
  await mkdir(own, { mode: 0o700 });
  try {
    await lchown(own, account.uid, account.gid);
    return await runProgram('mkdir', [join(own, 'entered')], { account, timeoutMs: TIMEOUT_MS });
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}
