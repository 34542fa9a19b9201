import type { incidentEvents } from '../incident/domain/events.js';
import type { StoredEvent } from '../kernel/event.js';
import { readVisible } from '../ledger/event-queries.js';
import type { ReadSessions, Sight } from '../platform/database/read-session.js';
import { newId } from '../platform/ids.js';

/** Somebody of whom nothing is known: sees what is open to everybody. */
const anybody: Sight = { of: 'OPEN', viewer: newId('mem') };
/** Open streams of one subscriber: their number must not grow with the ledger. */
const mostRemembered = 1_000;
const restriction: keyof typeof incidentEvents = 'IncidentRestricted';

/**
 * Which events one subscriber sees, by what is committed when each is about to be sent. Only that
 * a stream is open to everybody is remembered, until the feed tells of its restriction.
 */
export class SubscriberSight {
  private readonly open = new Set<string>();
  private restrictions = 0;
  private isWatched = true;

  constructor(
    private readonly sessions: ReadSessions,
    private readonly organization: string,
    private readonly sight: Sight,
  ) {}

  /** Follows the feed ahead of a subscriber, who may be slow. Without it nothing is remembered. */
  async watch(feed: AsyncIterable<readonly StoredEvent[]>): Promise<void> {
    try {
      for await (const events of feed) events.forEach((event) => this.forget(event));
    } finally {
      this.isWatched = false;
      this.open.clear();
    }
  }

  async sees(event: StoredEvent): Promise<boolean> {
    if (this.sight.of === 'ALL') return true;
    this.forget(event);
    return (
      (this.sight.of === 'OPEN' && (await this.isOpen(event.streamId))) ||
      this.asked(this.sight, event.streamId)
    );
  }

  private forget({ type, streamId }: StoredEvent): void {
    if (type !== restriction) return;
    this.restrictions += 1;
    this.open.delete(streamId);
  }

  private async isOpen(stream: string): Promise<boolean> {
    if (this.open.has(stream)) return true;
    const before = this.restrictions;
    const isOpen = await this.asked(anybody, stream);
    // A restriction that came in meanwhile may be younger than the answer.
    if (isOpen && this.isWatched && before === this.restrictions) this.remember(stream);
    return isOpen;
  }

  /** The oldest makes room: what is forgotten is asked again. */
  private remember(stream: string): void {
    const [oldest] = this.open;
    if (this.open.size >= mostRemembered && oldest !== undefined) this.open.delete(oldest);
    this.open.add(stream);
  }

  private async asked(sight: Sight, stream: string): Promise<boolean> {
    const reads = this.sessions.open(this.organization, sight);
    try {
      return (await readVisible(reads, this.organization, [stream])).has(stream);
    } finally {
      await reads.close();
    }
  }
}
