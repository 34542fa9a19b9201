import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Due } from '../ledger/due-times.js';
import { Ledger } from '../ledger/ledger.js';

/**
 * Does what a time that has come asks for. It records a decision that clears the time, or sets
 * it to a later one; done twice, it does no more than once.
 */
export type DueHandler = (due: Due) => Promise<void>;

const pageSize = 100;
const firstPause = 1_000;
const longestPause = 300_000;

type Failure = { readonly until: number; readonly pause: number };

/** Looks for times that have come, and hands each to who knows its kind. */
@Injectable()
export class ClocksService implements OnApplicationShutdown {
  private readonly handlers = new Map<string, DueHandler>();
  private readonly failures = new Map<string, Failure>();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  /** What was done in this run. */
  private readonly done = new Set<string>();
  private wanted = false;
  private stopped = false;

  constructor(private readonly ledger: Ledger) {}

  /** Makes known who does what is due of one kind. Kinds that nobody knows are left alone. */
  register(kind: string, handler: DueHandler): void {
    if (this.handlers.has(kind)) throw new Error(`Two handlers for what is due of kind ${kind}`);
    this.handlers.set(kind, handler);
  }

  /** Looks every second, and at once when this process has set a time that has come. */
  start(): void {
    this.timer = setInterval(() => void this.settle(), 1_000);
    this.ledger.due.onReady(() => void this.settle());
  }

  /** Takes no new work, and waits for what is being done. */
  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  /** Does all that is due now, and what comes due by that. */
  settle(): Promise<void> {
    this.wanted = true;
    this.running ??= this.runWhileWanted();
    return this.running;
  }

  private async runWhileWanted(): Promise<void> {
    try {
      while (this.wanted && !this.stopped) {
        this.wanted = false;
        if ((await this.pass()) > 0) this.wanted = true;
      }
    } catch (error) {
      this.ledger.alarm('times that have come could not be read', error as Error);
    } finally {
      this.done.clear();
      this.running = undefined;
    }
  }

  /** Throws when it was done before in this run: its handler left the time as it was. */
  private isNews(done: string): boolean {
    if (this.done.has(done)) throw new Error('it is still due after it was done');
    this.done.add(done);
    return true;
  }

  /** How many were done. */
  private async pass(): Promise<number> {
    let done = 0;
    const due = new Set<string>();
    let page = await this.ledger.due.ready(pageSize);
    while (page.length > 0 && !this.stopped) {
      for (const one of page) {
        due.add(nameOf(one));
        if (await this.handle(one)) done += 1;
      }
      const last = page.at(-1);
      page = page.length < pageSize ? [] : await this.ledger.due.ready(pageSize, last);
    }
    if (!this.stopped) this.forgetAllBut(due);
    return done;
  }

  /** A failure is over when its time was cleared by somebody else. */
  private forgetAllBut(due: ReadonlySet<string>): void {
    for (const name of this.failures.keys()) if (!due.has(name)) this.failures.delete(name);
  }

  private async handle(due: Due): Promise<boolean> {
    const handler = this.handlers.get(due.kind);
    const name = nameOf(due);
    const failure = this.failures.get(name);
    if (!handler || (failure && failure.until > performance.now())) return false;
    try {
      await handler(due);
      this.failures.delete(name);
      return this.isNews(`${name} ${due.at}`);
    } catch (error) {
      const pause = Math.min((failure?.pause ?? firstPause / 2) * 2, longestPause);
      this.failures.set(name, { pause, until: performance.now() + pause });
      this.ledger.alarm(`what was due could not be done: ${name}`, error as Error);
      return false;
    }
  }
}

const nameOf = ({ organization, streamId, kind, subject }: Due): string =>
  [organization, streamId, kind, subject].join(' ');
