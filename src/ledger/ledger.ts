import type pg from 'pg';
import type { Refusal } from '../kernel/decision.js';
import type { AnyEvent } from '../kernel/event.js';
import type { StreamKind } from '../kernel/stream.js';
import { Coalescer } from './coalescer.js';
import type { Command, Outcome } from './command.js';
import { Discovery } from './discovery.js';
import { DueTimes } from './due-times.js';
import { EventReader } from './event-reader.js';
import { Feed } from './feed.js';
import { PayloadCodec } from './payload-codec.js';
import { SubjectKeys } from './subject-keys.js';
import { Transactor } from './transact.js';

export type LedgerOptions = {
  /** The application's role, for reading. */
  readonly app: pg.Pool;
  /** The application's role, for appending alone. */
  readonly append: pg.Pool;
  /** The worker's role. */
  readonly worker: pg.Pool;
  /** 32 bytes that wrap the keys of data subjects. */
  readonly masterKey: Buffer;
  /** Where to LISTEN for hints, as the worker's role; without it there is only the poll. */
  readonly listenUrl?: string | undefined;
  /** Milliseconds between polls for news. */
  readonly pollEvery?: number;
  /** Milliseconds that a command may take. */
  readonly deadline?: number;
  /** Gets what went wrong beside any request. */
  readonly alarm: (message: string, error?: Error) => void;
};

/** The front door of the ledger: commands in, events out. */
export class Ledger {
  /** Gets what went wrong beside any request. */
  readonly alarm: LedgerOptions['alarm'];
  readonly reader: EventReader;
  readonly feed: Feed;
  readonly coalescer: Coalescer;
  readonly due: DueTimes;
  private readonly transactor: Transactor;
  private readonly discovery: Discovery;

  constructor(options: LedgerOptions) {
    const { alarm } = options;
    this.alarm = alarm;
    const codec = new PayloadCodec(new SubjectKeys(options.app, options.masterKey));
    this.reader = new EventReader(options.app, codec);
    this.coalescer = new Coalescer({
      pool: options.append,
      recall: (groups) => this.reader.recall(groups),
      onClockBehind: (recordedAt, clock) =>
        alarm(`recordedAt ${recordedAt} is ahead of the clock, ${clock}`),
    });
    this.due = new DueTimes(options.worker);
    const { app: pool, deadline } = options;
    this.transactor = new Transactor({
      pool,
      coalescer: this.coalescer,
      codec,
      reader: this.reader,
      due: this.due,
      ...(deadline !== undefined && { deadline }),
    });
    const onError = (error: Error) => alarm('feed', error);
    this.feed = new Feed({ pool: options.worker, reader: this.reader, onError });
    this.discovery = new Discovery({
      feed: this.feed,
      pool: options.worker,
      listenUrl: options.listenUrl,
      ...(options.pollEvery !== undefined && { pollEvery: options.pollEvery }),
      onError,
    });
  }

  /** Starts looking for news. */
  start(): void {
    this.discovery.start();
  }

  /** Answers what was taken, takes nothing more, and stops looking for news. */
  async stop(): Promise<void> {
    await this.coalescer.stop();
    await this.discovery.stop();
  }

  /** Decides a command and records its events; see `Transactor`. */
  transact<S, E extends AnyEvent, R extends Refusal>(
    kind: StreamKind<S, E>,
    command: Command<S, E, R>,
  ): Promise<Outcome<S, E, R>> {
    return this.transactor.transact(kind, command);
  }
}
