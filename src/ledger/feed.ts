import type pg from 'pg';
import type { StoredEvent } from '../kernel/event.js';
import type { EventReader } from './event-reader.js';
import { Ring } from './ring.js';
import { eventColumns, type EventRow } from './rows.js';

const page = 500;

/** Positions of a ledger were not consecutive: loss, tampering or a restore. Never skipped. */
export class FeedBroken extends Error {
  constructor(organization: string, wanted: number, found: number) {
    super(`ledger ${organization}: position ${found} stands where ${wanted} should`);
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

type Followed = { readonly ring: Ring; followers: number; filling: boolean; announced: number };

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

  /** News of a ledger, from a hint or a poll. Old news is no news. */
  announce(organization: string, position: number): void {
    const ledger = this.ledgers.get(organization);
    if (!ledger || position <= (ledger.ring.to ?? -1)) return;
    ledger.announced = Math.max(ledger.announced, position);
    if (!ledger.filling) void this.fill(organization, ledger);
  }

  /**
   * The events after a position in batches that are never empty: first what is stored, then
   * what comes, until aborted. Throws `FeedBroken` if a position is missing.
   */
  async *follow(
    organization: string,
    after: number,
    signal: AbortSignal,
  ): AsyncGenerator<readonly StoredEvent[], void> {
    const { ring } = this.join(organization);
    let last = after;
    try {
      while (!signal.aborted) {
        const batch = ring.after(last, page) ?? (await this.read(organization, last));
        if (batch.length > 0) yield batch;
        else {
          ring.startAfter(last);
          await ring.changed(last, signal);
        }
        last = batch.at(-1)?.position ?? last;
      }
    } finally {
      this.leave(organization);
    }
  }

  private join(organization: string): Followed {
    const ledger = this.ledgers.get(organization) ?? {
      ring: new Ring(),
      followers: 0,
      filling: false,
      announced: 0,
    };
    ledger.followers += 1;
    this.ledgers.set(organization, ledger);
    return ledger;
  }

  private leave(organization: string): void {
    const ledger = this.ledgers.get(organization);
    if (!ledger) return;
    ledger.followers -= 1;
    if (ledger.followers === 0) this.ledgers.delete(organization);
  }

  private async fill(organization: string, ledger: Followed): Promise<void> {
    const { ring } = ledger;
    ledger.filling = true;
    try {
      const oldest = Math.max(0, ledger.announced - ring.capacity);
      if ((ring.to ?? -1) < oldest) ring.restartAfter(oldest);
      while ((ring.to ?? 0) < ledger.announced && ledger.followers > 0) {
        const events = await this.read(organization, ring.to ?? 0);
        if (events.length === 0) break;
        ring.push(events);
      }
    } catch (error) {
      if (error instanceof FeedBroken) ring.fail(error);
      this.options.onError(error as Error);
    } finally {
      ledger.filling = false;
    }
  }

  /** A page of the table after a position; empty at the end. */
  private async read(organization: string, after: number): Promise<readonly StoredEvent[]> {
    const { rows } = await this.options.pool.query<EventRow>({
      name: 'bridgelog-feed',
      text: `select ${eventColumns} from bridgelog.events e
        where e.organization = $1 and e.position > $2 order by e.position limit ${page}`,
      values: [organization, after],
    });
    for (const [index, row] of rows.entries()) {
      const wanted = after + 1 + index;
      if (row.position !== wanted) throw new FeedBroken(organization, wanted, row.position);
    }
    return this.options.reader.decode(rows);
  }
}
