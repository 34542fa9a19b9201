import { stat } from 'node:fs/promises';
import { EmbeddedError } from './embedded-error.js';
import { holdsCluster, layout } from './layout.js';
import { runProgram, type Account } from './run-program.js';

const USER = 'postgres';
const TIMEOUT_MS = 15_000;

/** Tried until one leaves us with the user; from the third on Debian's and BusyBox's ways. */
const WAYS_TO_MAKE_THE_USER: readonly (readonly string[])[] = [
  ['useradd', '--system', '--no-create-home', '--shell', '/bin/false', '--user-group', USER],
  ['useradd', '--system', '--no-create-home', '--shell', '/bin/false', '--gid', USER, USER],
  ['adduser', '--system', '--group', '--no-create-home', USER],
  ['addgroup', '-S', USER],
  ['adduser', '-S', '-D', '-H', '-G', USER, USER],
];

/** Whether this process is the superuser of the operating system. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * The user to run PostgreSQL as, because it refuses to run as root: the owner of the database that
 * is in the folder, else `postgres`, made if missing. Undefined when we are not root.
 * @throws EmbeddedError when there is no such user and none can be made
 */
export async function databaseAccount(folder: string): Promise<Account | undefined> {
  if (!isRoot()) return undefined;
  return (await ownerOfCluster(folder)) ?? (await lookUp()) ?? (await make());
}

async function ownerOfCluster(folder: string): Promise<Account | undefined> {
  if (!(await holdsCluster(folder))) return undefined;
  const { uid, gid } = await stat(layout.cluster(folder));
  return uid === 0 ? undefined : { name: `uid ${uid}`, uid, gid };
}

async function lookUp(): Promise<Account | undefined> {
  const uid = await runProgram('id', ['-u', USER], { timeoutMs: TIMEOUT_MS });
  const gid = await runProgram('id', ['-g', USER], { timeoutMs: TIMEOUT_MS });
  if (!uid.ok || !gid.ok) return undefined;
  return { name: USER, uid: Number(uid.output), gid: Number(gid.output) };
}

async function make(): Promise<Account> {
  const failures: string[] = [];
  for (const [program = '', ...args] of WAYS_TO_MAKE_THE_USER) {
    const { ok, output } = await runProgram(program, args, { timeoutMs: TIMEOUT_MS });
    if (!ok) failures.push(`${program}: ${output.split('\n', 1).join()}`);
    const account = await lookUp();
    if (account) return account;
  }
  throw new EmbeddedError(
    'PostgreSQL refuses to run as root, and no user could be made for it ' +
      `(${failures.join('; ')}). Make a system user named ${USER}, or run Bridgelog as a normal ` +
      'user, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}
