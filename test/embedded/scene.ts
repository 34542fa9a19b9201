import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { openEmbedded, type EmbeddedDatabase } from '../../src/platform/embedded/embedded.js';

export const asRoot = process.getuid?.() === 0;
const FIXTURE = join(dirname(fileURLToPath(import.meta.url)), 'opener.fixture.mjs');

export type Purpose = 'serve' | 'command';
export type Opening = {
  database?: EmbeddedDatabase;
  refusal?: { name: string; message: string };
  said: string[];
};

/** Another process that opens a database. */
export type Opener = {
  process: ChildProcess;
  opening: Promise<Opening>;
  close: () => Promise<void>;
  kill: () => Promise<void>;
};

/** Without the line that says where the programs went: it is said of some checkouts, not of all. */
const besideTheCheckout = (said: readonly string[]): string[] =>
  said.filter((line) => !line.includes('parent folder: its programs are copied to '));

/** Everything that a test starts or makes, so that nothing of it stays. */
export class Scene {
  readonly said: string[] = [];
  readonly #parents: string[] = [];
  readonly #folders = new Set<string>();
  readonly #children: ChildProcess[] = [];
  readonly #databases: EmbeddedDatabase[] = [];

  /** A folder that does not exist yet, below a parent of its own with that mode. */
  async folder(parentMode = 0o711): Promise<string> {
    const parent = await mkdtemp(join(tmpdir(), 'bridgelog-embedded-'));
    await chmod(parent, parentMode);
    this.#parents.push(parent);
    const folder = join(parent, 'data');
    this.#folders.add(folder);
    return folder;
  }

  /** Opens in this process. */
  async open(folder: string, purpose: Purpose = 'serve'): Promise<EmbeddedDatabase> {
    const say = (line: string) => this.said.push(...besideTheCheckout([line]));
    const database = await openEmbedded({ folder, purpose, say });
    this.#databases.push(database);
    this.#folders.add(database.folder);
    return database;
  }

  /** Opens in a process of its own. */
  opener(folder: string, purpose: Purpose = 'serve', umask = '022'): Opener {
    const child = spawn(process.execPath, [FIXTURE, folder, purpose, umask], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#children.push(child);
    const exit = once(child, 'exit');
    const opening = this.#opening(child);
    opening.catch(() => undefined);
    return {
      process: child,
      opening,
      close: async () => {
        child.stdin.write('close\n');
        await exit;
      },
      kill: async () => {
        child.kill('SIGKILL');
        await exit;
      },
    };
  }

  async #opening(child: ChildProcess): Promise<Opening> {
    if (!child.stdout) throw new Error('no output to read');
    for await (const line of createInterface(child.stdout)) {
      const opening = JSON.parse(line) as Opening;
      if (opening.database) this.#folders.add(opening.database.folder);
      return { ...opening, said: besideTheCheckout(opening.said) };
    }
    throw new Error('the process ended without a word');
  }

  /** Ends what runs, and forgets what was said. */
  async quiet(): Promise<void> {
    for (const database of this.#databases.splice(0)) await database.close();
    for (const child of this.#children.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    for (const folder of this.#folders) await killPostmaster(folder, 'SIGINT');
    this.said.length = 0;
  }

  /** Ends what runs, and removes the folders. */
  async clear(): Promise<void> {
    await this.quiet();
    for (const path of [...this.#folders, ...this.#parents]) {
      await rm(path, { recursive: true, force: true });
    }
  }
}

/** Ends the database of the folder, if one runs, and waits until it is gone. */
export async function killPostmaster(folder: string, signal: NodeJS.Signals): Promise<void> {
  const pid = await postmasterPid(folder);
  if (pid === undefined || !isRunning(pid)) return;
  process.kill(pid, signal);
  await until(() => !isRunning(pid));
}

/** What the folder notes about its database, dead or alive. */
export async function postmasterPid(folder: string): Promise<number | undefined> {
  const text = await readFile(join(folder, 'pg', 'postmaster.pid'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : Number.parseInt(text, 10);
}

export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Whether a database runs in the folder. */
export async function runs(folder: string): Promise<boolean> {
  const pid = await postmasterPid(folder);
  return pid !== undefined && isRunning(pid);
}

/** Looks again and again until the condition holds. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let looks = 0; looks < 1_500; looks++) {
    if (await condition()) return;
    await pause(20);
  }
  throw new Error(`never came true: ${condition.toString()}`);
}

/** The rows of one query, on a connection of its own. */
export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

export async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).sort();
}

/** How often PostgreSQL became ready in the folder. */
export async function starts(folder: string): Promise<number> {
  const log = await readFile(join(folder, 'postgres.log'), 'utf8').catch(() => '');
  return log.split('ready to accept connections').length - 1;
}
