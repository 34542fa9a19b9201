import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const program = join(import.meta.dirname, '..', '..', 'dist', 'src', 'main.js');

/** The environment of a process on an embedded database in a folder of its own. */
const embedded = (folder: string): NodeJS.ProcessEnv => {
  const {
    DATABASE_URL: _a,
    DATABASE_OWNER_URL: _o,
    DATABASE_WORKER_URL: _w,
    ...rest
  } = process.env;
  return { ...rest, BRIDGELOG_DATA: folder, BRIDGELOG_PORT: '0', BRIDGELOG_LOG_LEVEL: 'warn' };
};

/** A server as an operator runs it: the built program, in a process of its own. */
export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    readonly token: string,
    /** What it said before it was ready. */
    readonly said: readonly string[],
  ) {}

  /** Starts it, on an embedded database unless others are named, and resolves when it is ready. */
  static async start(folder: string, databases: NodeJS.ProcessEnv = {}): Promise<ServerProcess> {
    const child = spawn(process.execPath, [program, 'serve'], {
      env: { ...embedded(folder), ...databases },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const said: string[] = [];
    let url: string | undefined;
    for await (const line of createInterface({ input: child.stdout })) {
      said.push(line);
      url ??= /API +(http:\S+)\/graphql/.exec(line)?.[1];
      if (url !== undefined && line.includes('curl')) break;
    }
    if (url === undefined) throw new Error(`the server did not start: ${said.join('\n')}`);
    const token = (await readFile(join(folder, 'admin-token'), 'utf8')).trim();
    child.stdout.resume();
    return new ServerProcess(child, url, token, said);
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Ends it as a crash would. */
  async kill(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }

  /** Asks it to stop, and resolves with its exit code. */
  async stop(): Promise<number | null> {
    const gone = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    const [code] = (await gone) as [number | null];
    return code;
  }
}

export type Ran = { code: number | null; stdout: string; stderr: string };

/** Runs a command of the built program to its end, beside the embedded database of a folder. */
export const runCommand = (folder: string, ...args: readonly string[]): Promise<Ran> =>
  runIn(embedded(folder), ...args);

/** Runs a command of the built program to its end in an environment. */
export const runIn = async (env: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<Ran> => {
  const child = spawn(process.execPath, [program, ...args], { env });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (data: Buffer) => (output.stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output.stderr += data.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...output };
};
