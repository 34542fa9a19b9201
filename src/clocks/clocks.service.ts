import { hostname } from 'node:os';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Claim, Lane } from '../ledger/due-times.js';
import { Ledger } from '../ledger/ledger.js';
import { carryOut, type DueHandler } from './carry-out.js';

/** How many of a kind are worked at at the same time: those that are new, and those tried again. */
const atOnce = { new: 4, again: 2 };

/**
 * Claims times that have come, and hands each to who knows its kind. Every kind has hands of its
 * own, so that a slow one holds up no other, and so has what is tried again, so that what fails
 * holds up nothing new. Of a stream one thing is done at a time, in order.
 *
 * A claim saves others the work; that nothing is done twice is up to the decisions (see DueTimes).
 */
@Injectable()
export class ClocksService implements OnApplicationShutdown {
  private readonly handlers = new Map<string, DueHandler>();
  /** What is being done, by lane. */
  private readonly busy = new Map<string, number>();
  private readonly working = new Set<Promise<void>>();
  private readonly stop = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private wanted = false;

  constructor(private readonly ledger: Ledger) {}

  /** Makes known who does what is due of one kind. Kinds that nobody knows are left alone. */
  register(kind: string, handler: DueHandler): void {
    if (this.handlers.has(kind)) throw new Error(`Two handlers for what is due of kind ${kind}`);
    this.handlers.set(kind, handler);
  }

  /** Looks every second, and at once when this process has set a time that has come. */
  start(): void {
    this.timer = setInterval(() => void this.look(), 1_000);
    this.ledger.due.onReady(() => void this.look());
  }

  /** Claims nothing more, and asks what is being done to come to an end; what does not is given back. */
  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.stop.abort(new Error('the process is stopping'));
    await this.looking;
    await Promise.allSettled(this.working);
  }

  /** Does all that is due now, and what comes due by that; what others have claimed is left to them. */
  async settle(): Promise<void> {
    do {
      await this.look();
      await Promise.all(this.working);
    } while (this.working.size > 0);
  }

  /** Begins with what has come due, as far as there are hands. */
  private look(): Promise<void> {
    this.wanted = true;
    this.looking ??= this.lookWhileWanted();
    return this.looking;
  }

  private async lookWhileWanted(): Promise<void> {
    try {
      while (this.wanted && !this.stop.signal.aborted) {
        this.wanted = false;
        const lanes = this.lanes();
        const hasRoom = lanes.some(({ room }) => room > 0);
        const claims = hasRoom ? await this.ledger.due.claim(holder, lanes) : [];
        for (const claim of claims) this.begin(claim);
      }
    } catch (error) {
      this.ledger.alarm('times that have come could not be read', error as Error);
    } finally {
      this.looking = undefined;
    }
  }

  private lanes(): readonly (Lane & { readonly room: number })[] {
    return [...this.handlers.keys()].flatMap((kind) =>
      [false, true].map((again) => {
        const most = again ? atOnce.again : atOnce.new;
        return { kind, again, room: most - (this.busy.get(nameOf({ kind, again })) ?? 0) };
      }),
    );
  }

  private begin(claim: Claim): void {
    const lane = nameOf(claim.lane);
    const count = (by: number) => this.busy.set(lane, (this.busy.get(lane) ?? 0) + by);
    const work = this.work(claim).finally(() => {
      count(-1);
      this.working.delete(work);
      return this.look();
    });
    count(1);
    this.working.add(work);
  }

  private async work(claim: Claim): Promise<void> {
    const { due } = this.ledger;
    try {
      const handler = this.handlers.get(claim.due.kind);
      if (!handler) throw new Error('nobody knows this kind');
      await carryOut({ claim, handler, times: due, stop: this.stop.signal });
    } catch (error) {
      await this.leave(claim, error as Error);
    }
  }

  private async leave(claim: Claim, why: Error): Promise<void> {
    const { alarm, due } = this.ledger;
    const { organization, streamId, kind, subject } = claim.due;
    const name = [organization, streamId, kind, subject].join(' ');
    const isStopping = this.stop.signal.aborted;
    const left = isStopping ? due.release(claim) : due.putOff(claim);
    await left.catch((error: unknown) => alarm(`a claim stays: ${name}`, error as Error));
    if (!isStopping) alarm(`what was due could not be done: ${name}`, why);
  }
}

/** Shown to who looks at what is claimed. */
const holder = `${hostname()} ${process.pid}`;

const nameOf = ({ kind, again }: Lane): string => `${kind} ${again ? 'again' : 'new'}`;
