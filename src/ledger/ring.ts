import type { StoredEvent } from '../kernel/event.js';

const mostEvents = 4_096;
const mostCharacters = 8_388_608;

/** What an event weighs in memory, roughly. */
const weigh = (event: StoredEvent): number => 400 + JSON.stringify(event.data).length;

/**
 * The recent events of a ledger, consecutive, at most 4,096 or 8 Mi characters of payload.
 * Before the first news it knows nothing, and who asks has to read the table.
 */
export class Ring {
  private events: { readonly event: StoredEvent; readonly weight: number }[] = [];
  private weight = 0;
  private last: number | undefined;
  private failure: Error | undefined;
  private readonly waiting = new Set<() => void>();

  /** The last position it knows of, if it knows any. */
  get to(): number | undefined {
    return this.last;
  }

  /** How far back news is worth keeping. */
  get capacity(): number {
    return mostEvents;
  }

  /** From here on it is filled by news, if nothing was known yet. */
  startAfter(position: number): void {
    this.last ??= position;
  }

  /** Forgets all and goes on after a position. */
  restartAfter(position: number): void {
    this.events = [];
    this.weight = 0;
    this.last = position;
  }

  push(events: readonly StoredEvent[]): void {
    for (const event of events) {
      const weight = weigh(event);
      this.events.push({ event, weight });
      this.weight += weight;
      this.last = event.position;
    }
    let drop = Math.max(0, this.events.length - mostEvents);
    for (const { weight } of this.events.slice(0, drop)) this.weight -= weight;
    while (this.weight > mostCharacters && drop < this.events.length) {
      this.weight -= this.events[drop]?.weight ?? 0;
      drop += 1;
    }
    this.events.splice(0, drop);
    this.wake();
  }

  /** Makes every follower throw. */
  fail(error: Error): void {
    this.failure = error;
    this.wake();
  }

  /** At most `limit` events after a position; undefined where only the table can tell. */
  after(position: number, limit: number): readonly StoredEvent[] | undefined {
    if (this.failure) throw this.failure;
    if (this.last === undefined || position > this.last) return undefined;
    if (position === this.last) return [];
    const first = this.events[0]?.event.position;
    if (first === undefined || position + 1 < first) return undefined;
    return this.events
      .slice(position + 1 - first, position + 1 - first + limit)
      .map(({ event }) => event);
  }

  /** Resolves when there is something after a position, a failure, or the signal aborts. */
  async changed(position: number, signal: AbortSignal): Promise<void> {
    while (this.failure === undefined && (this.last ?? -1) <= position && !signal.aborted) {
      await this.woken(signal);
    }
  }

  /** Resolves at the next `wake`, or when the signal aborts. */
  woken(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.waiting.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.waiting.add(done);
      signal.addEventListener('abort', done);
      if (signal.aborted) done();
    });
  }

  /** Has all who wait look again. */
  wake(): void {
    for (const done of [...this.waiting]) done();
  }
}
