import { spawn } from 'node:child_process';

/** The operating-system user that PostgreSQL runs as. */
export type Account = { name: string; uid: number; gid: number };

export type RunOptions = {
  /** Undefined: the user of this process. */
  account?: Account | undefined;
  timeoutMs: number;
};

/** `output` is what was printed, or why the program could not be run at all. */
export type Outcome = { ok: boolean; output: string };

/** Runs a program to its end, without a shell; killed after `timeoutMs`. Never throws. */
export function runProgram(
  file: string,
  args: readonly string[],
  { account, timeoutMs }: RunOptions,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const printed: Buffer[] = [];
    const child = spawn(file, args, {
      ...(account && { uid: account.uid, gid: account.gid }),
      // Ctrl-C in the terminal reaches the whole process group: it must not stop a stop half-way.
      detached: true,
      windowsHide: true,
      cwd: '/',
      env: environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const end = (ok: boolean, reason = '') => {
      clearTimeout(timer);
      resolve({ ok, output: (Buffer.concat(printed).toString() + reason).trim() });
    };
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      end(false, `${file} did not finish within ${timeoutMs} ms`);
    }, timeoutMs);
    child.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => printed.push(chunk));
    child.once('error', (error) => end(false, error.message));
    child.once('close', (code) => end(code === 0));
  });
}

/**
 * Nothing of ours is inherited: PG* variables would change what the programs do, and the
 * environment of the database outlives us and may hold our secrets. C: messages in English.
 */
function environment(): NodeJS.ProcessEnv {
  const { PATH = '', SystemRoot } = process.env;
  return {
    PATH: `${PATH}:/usr/sbin:/usr/bin:/sbin:/bin`,
    LC_ALL: 'C',
    ...(SystemRoot && { SystemRoot }),
  };
}
