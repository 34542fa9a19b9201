import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Cell, Measured } from './store.js';
import type { Reply, Request } from './store-process.js';

const program = join(import.meta.dirname, 'store-process.js');

/** Beyond the seconds that callers append: to prepare, to answer the last ones, and to check. */
const patienceMs = 60_000;

/** A store in a process of its own. */
export class RemoteStore {
  private constructor(private readonly process: ChildProcess) {}

  static async open(module: string, ownerUrl: string): Promise<RemoteStore> {
    const store = new RemoteStore(fork(program, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }));
    await store.ask({ open: { module, ownerUrl } }, patienceMs);
    return store;
  }

  /** Throws when the store lost events, failed, or does not answer. */
  async measure(cell: Cell, seconds: number): Promise<Measured> {
    const measured = await this.ask({ measure: { cell, seconds } }, seconds * 1000 + patienceMs);
    if (!measured) throw new Error('the store measured nothing');
    return measured;
  }

  async close(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = once(this.process, 'exit');
    this.process.send({ close: true } satisfies Request);
    const timer = setTimeout(() => this.kill(), 10_000);
    await ended;
    clearTimeout(timer);
  }

  /** Ends the process at once; whoever waits for its answer gets an error. */
  kill(): void {
    this.process.kill('SIGKILL');
  }

  private ask(request: Request, withinMs: number): Promise<Measured | undefined> {
    return new Promise((resolve, reject) => {
      const done = (settle: () => void) => {
        clearTimeout(timer);
        this.process.off('message', answered).off('exit', ended);
        settle();
      };
      const answered = (reply: Reply) =>
        done(() =>
          'failure' in reply ? reject(new Error(reply.failure)) : resolve(reply.measured),
        );
      const ended = () => done(() => reject(new Error('the process of the store ended')));
      const timer = setTimeout(() => this.kill(), withinMs);
      this.process.on('message', answered).on('exit', ended);
      this.process.send(request);
    });
  }
}
