import type pg from 'pg';
import type { StoredEvent } from '../kernel/event.js';
import type { EventReader } from './event-reader.js';
import { Ring } from './ring.js';
import { eventColumns, type EventRow } from './rows.js';
import { connectionBroke } from './sql-errors.js';

const page = 500;

/** Positions of a ledger are not consecutive: loss, tampering or a restore. Never skipped. */
export class FeedBroken extends Error {
  constructor(organization: string, why: string) {
    super(`ledger ${organization}: ${why}`);
  }
}

/** Where a ledger stands. */
export type LedgerHead = { readonly epoch: number; readonly position: number };

export type FeedOptions = {
  /** Connections of the worker's role. */
  readonly pool: pg.Pool;
  readonly reader: EventReader;
  /** A ledger could not be read; reading is tried again with the next news. */
  readonly onError: (error: Error) => void;
};

type Followed = {
  readonly organization: string;
  readonly ring: Ring;
  readonly followers: Set<symbol>;
  filling: boolean;
  announced: number;
};

/**
 * The events of ledgers in order of position. One reader fills a ring of recent events for all
 * who follow a ledger here; who is behind the ring reads the table. Followers pull, so a slow
 * one holds nothing but its own position.
 */
export class Feed {
  private readonly ledgers = new Map<string, Followed>();

  constructor(private readonly options: FeedOptions) {}

  /** The organizations whose ledgers somebody follows here. */
  followed(): readonly string[] {
    return [...this.ledgers.keys()];
  }

  /** The ledger's epoch and last position; undefined if the organization has none. */
  async head(organization: string): Promise<LedgerHead | undefined> {
    const { rows } = await this.options.pool.query<LedgerHead>(
      'select epoch, position from bridgelog.ledgers where organization = $1',
      [organization],
    );
    return rows[0];
  }

  /** Where a ledger may stand now, from a hint or a poll. The tables decide whether it does. */
  announce(organization: string, position: number): void {
    const ledger = this.ledgers.get(organization);
    if (!ledger) return;
    ledger.announced = Math.max(ledger.announced, position);
    if (ledger.announced <= (ledger.ring.to ?? -1)) ledger.ring.wake();
    else if (!ledger.filling) void this.fill(ledger);
  }

  /**
   * The events after a position in batches that are never empty: first what is stored, then
   * what comes, until aborted. Throws `FeedBroken` if a position is missing, or if the ledger
   * ends before `after`.
   */
  async *follow(
    organization: string,
    after: number,
    signal: AbortSignal,
  ): AsyncGenerator<readonly StoredEvent[], void> {
    const follower = Symbol(organization);
    const ledger = this.join(organization, follower);
    const { ring } = ledger;
    const leave = () => this.leave(organization, follower);
    signal.addEventListener('abort', leave);
    try {
      for (let last = after; !signal.aborted;) {
        const batch = ring.after(last, page) ?? (await this.behind(ledger, last, signal));
        if (batch === 'unread') await ring.woken(signal);
        else if (batch.length === 0) await ring.changed(last, signal);
        else {
          yield batch;
          last = batch.at(-1)?.position ?? last;
        }
      }
    } finally {
      signal.removeEventListener('abort', leave);
      leave();
    }
  }

  private join(organization: string, follower: symbol): Followed {
    const ledger = this.ledgers.get(organization) ?? {
      organization,
      ring: new Ring(),
      followers: new Set(),
      filling: false,
      announced: 0,
    };
    ledger.followers.add(follower);
    this.ledgers.set(organization, ledger);
    return ledger;
  }

  private leave(organization: string, follower: symbol): void {
    const ledger = this.ledgers.get(organization);
    if (ledger?.followers.delete(follower) && ledger.followers.size === 0) {
      this.ledgers.delete(organization);
    }
  }

  /** For a follower that the ring cannot serve; where the table ends, the ring takes over. */
  private async behind(
    { organization, ring }: Followed,
    last: number,
    signal: AbortSignal,
  ): Promise<readonly StoredEvent[] | 'unread'> {
    const known = ring.to ?? 0;
    try {
      const events = await this.next(organization, last);
      if (events.length > 0 || signal.aborted) return signal.aborted ? [] : events;
      if (known > last) throw new FeedBroken(organization, `it ended at ${known}, now at ${last}`);
      ring.startAfter(last);
      return events;
    } catch (error) {
      if (!connectionBroke(error)) throw error;
      this.options.onError(error as Error);
      return 'unread';
    }
  }

  private async fill(ledger: Followed): Promise<void> {
    ledger.filling = true;
    try {
      await this.catchUp(ledger);
    } catch (error) {
      if (error instanceof FeedBroken) ledger.ring.fail(error);
      this.options.onError(error as Error);
    } finally {
      ledger.filling = false;
    }
  }

  private async catchUp(ledger: Followed): Promise<void> {
    const { organization, ring, followers } = ledger;
    if (ledger.announced - (ring.to ?? -Infinity) > ring.capacity) {
      await this.skipAhead(organization, ring);
    }
    while ((ring.to ?? 0) < ledger.announced && followers.size > 0) {
      const { announced } = ledger;
      // A hint may be wrong: it counts for one page. What comes meanwhile counts anew.
      ledger.announced = ring.to ?? 0;
      const events = await this.next(organization, ring.to ?? 0);
      if (events.length === 0) continue;
      ring.push(events);
      ledger.announced = Math.max(ledger.announced, announced);
    }
  }

  /** Goes on where the ring would be full at the head that the table, not a hint, names. */
  private async skipAhead(organization: string, ring: Ring): Promise<void> {
    const end = (await this.head(organization))?.position ?? 0;
    const oldest = Math.max(0, end - ring.capacity);
    if ((ring.to ?? -1) < oldest) ring.restartAfter(oldest);
  }

  /** The page of the table after a position; empty if the ledger ends there, and only then. */
  private async next(organization: string, after: number): Promise<readonly StoredEvent[]> {
    const events = await this.read(organization, after);
    if (events.length > 0) return events;
    const end = (await this.head(organization))?.position ?? 0;
    if (end === after) return [];
    const late = end > after ? await this.read(organization, after) : [];
    if (late.length > 0) return late;
    throw new FeedBroken(organization, `its head is ${end}, nothing stands after ${after}`);
  }

  private async read(organization: string, after: number): Promise<readonly StoredEvent[]> {
    const { rows } = await this.options.pool.query<EventRow>({
      name: 'bridgelog-feed',
      text: `select ${eventColumns} from bridgelog.events e
        where e.organization = $1 and e.position > $2 order by e.position limit ${page}`,
      values: [organization, after],
    });
    for (const [index, row] of rows.entries()) {
      const wanted = after + 1 + index;
      if (row.position === wanted) continue;
      throw new FeedBroken(organization, `position ${row.position} stands where ${wanted} should`);
    }
    return this.options.reader.decode(rows);
  }
}
