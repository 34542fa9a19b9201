import type { StoredEvent } from '../../src/kernel/event.js';
import type { Feed } from '../../src/ledger/feed.js';
import { eventually } from './eventually.js';

/** Follows a ledger in the background and keeps what it sees. */
export class Follower {
  readonly seen: StoredEvent[] = [];
  /** Settles when it was stopped, or threw. */
  readonly ended: Promise<void>;
  private readonly stopping = new AbortController();
  private failure: Error | undefined;

  constructor(feed: Feed, organization: string, after = 0) {
    this.ended = this.run(feed.follow(organization, after, this.stopping.signal));
    this.ended.catch((error: unknown) => (this.failure = error as Error));
  }

  /** The position and id of every event seen. */
  get entries(): readonly { position: number; id: string }[] {
    return this.seen.map(({ position, id }) => ({ position, id }));
  }

  /** Resolves when it has seen a position; throws what ended it before. */
  async reaches(position: number): Promise<void> {
    await eventually(`a follower at ${position}`, () => {
      if (this.failure) throw this.failure;
      return (this.seen.at(-1)?.position ?? 0) >= position;
    });
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.ended;
  }

  private async run(batches: AsyncIterable<readonly StoredEvent[]>): Promise<void> {
    for await (const batch of batches) this.seen.push(...batch);
  }
}
