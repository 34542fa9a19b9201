import pg from 'pg';
import type { Feed } from './feed.js';

export type DiscoveryOptions = {
  readonly feed: Feed;
  /** Connections of the worker's role. */
  readonly pool: pg.Pool;
  /** Where to LISTEN for hints; without it there is only the poll. */
  readonly listenUrl?: string | undefined;
  /** Milliseconds between polls. */
  readonly pollEvery?: number;
  readonly onError: (error: Error) => void;
};

const hint = /^([0-9a-f-]{36}):(\d+)$/;

/**
 * Finds the ledgers with news for those who follow them here: hints by LISTEN at once, and a
 * poll every second for all that was not hinted. Losing the hints costs latency only.
 */
export class Discovery {
  private timer: NodeJS.Timeout | undefined;
  private listener: pg.Client | undefined;
  private polling: Promise<void> | undefined;
  private wanted = false;
  private stopped = false;

  constructor(private readonly options: DiscoveryOptions) {}

  start(): void {
    const every = this.options.pollEvery ?? 1_000;
    this.timer = setInterval(() => {
      void this.poll();
      if (this.options.listenUrl !== undefined && !this.listener) void this.listen();
    }, every);
    if (this.options.listenUrl !== undefined) void this.listen();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.polling;
    await this.listener?.end().catch(this.options.onError);
  }

  /** Asks for the heads of all that is followed here, as they are from this call on. */
  poll(): Promise<void> {
    this.wanted = true;
    this.polling ??= this.askWhileWanted();
    return this.polling;
  }

  private async askWhileWanted(): Promise<void> {
    try {
      while (this.wanted) {
        this.wanted = false;
        await this.ask();
      }
    } finally {
      this.polling = undefined;
    }
  }

  private async ask(): Promise<void> {
    const followed = this.options.feed.followed();
    if (followed.length === 0 || this.stopped) return;
    try {
      const { rows } = await this.options.pool.query<{ organization: string; position: number }>(
        'select organization, position from bridgelog.ledgers where organization = any ($1::uuid[])',
        [followed],
      );
      for (const row of rows) this.options.feed.announce(row.organization, row.position);
    } catch (error) {
      this.options.onError(error as Error);
    }
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.options.listenUrl,
      application_name: 'bridgelog listen',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    this.listener = client;
    const failed = (error: Error) => {
      if (this.listener !== client) return;
      this.listener = undefined;
      void client.end();
      if (!this.stopped) this.options.onError(error);
    };
    client.on('error', failed);
    client.on('end', () => failed(new Error('the connection that listens for hints ended')));
    client.on('notification', ({ payload }) => this.hinted(payload ?? ''));
    try {
      await client.connect();
      await client.query('listen bridgelog');
      // What was appended before LISTEN took effect was not hinted to us.
      await this.poll();
    } catch (error) {
      failed(error as Error);
    }
  }

  private hinted(payload: string): void {
    const [, organization, position] = hint.exec(payload) ?? [];
    if (organization === undefined) void this.poll();
    else this.options.feed.announce(organization, Number(position));
  }
}
