import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';

/** What the watcher sees of an event. */
export type SeenEvent = {
  readonly id: string;
  readonly type: string;
  readonly position: number;
  readonly occurredAt: string;
  readonly sentence: string;
};

type Frame = {
  readonly kind: 'READY' | 'EVENT' | 'CAUGHT_UP' | 'PROGRESS';
  readonly cursor: string;
  readonly previous: string | null;
  readonly event: SeenEvent | null;
};

const document = `subscription ($after: Cursor) {
  events(after: $after) {
    kind cursor previous event { id type position occurredAt sentence }
  }
}`;

/** A subscriber that keeps its cursor, checks every frame, and can be cut off in the middle. */
export class Watcher {
  readonly seen: SeenEvent[] = [];
  /** What was wrong with a frame; empty is as it should be. */
  readonly faults: string[] = [];
  private cursor: string | null = null;
  private client: Client | undefined;
  private socket: WebSocket | undefined;
  private waiting: { readonly until: () => boolean; readonly resolve: () => void } | undefined;

  constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly onEvent: (event: SeenEvent) => void,
  ) {}

  /** Subscribes from the cursor that it has; resolves when the stream says that it is ready. */
  async connect(): Promise<void> {
    let isReady = false;
    const keep = (socket: WebSocket) => (this.socket = socket);
    this.client = createClient({
      url: `${this.url.replace('http', 'ws')}/graphql`,
      connectionParams: { token: this.token },
      retryAttempts: 0,
      webSocketImpl: class extends WebSocket {
        constructor(address: string, protocols: string) {
          super(address, protocols);
          keep(this);
        }
      },
    });
    let last: string | null = null;
    this.client.subscribe<{ events: Frame }>(
      { query: document, variables: { after: this.cursor } },
      {
        next: ({ data, errors }) => {
          if (errors) this.faults.push(errors.map(({ message }) => message).join('; '));
          if (!data) return;
          this.take(data.events, last);
          last = data.events.cursor;
          isReady = true;
          if (this.waiting?.until()) this.waiting.resolve();
        },
        error: () => undefined,
        complete: () => undefined,
      },
    );
    await this.wait(() => isReady);
  }

  /** Ends the connection as a broken network would: without a word. */
  cut(): void {
    this.socket?.terminate();
  }

  /** Resolves when an event with this position was seen; throws after ten seconds. */
  reach(position: number): Promise<void> {
    return this.wait(() => (this.seen.at(-1)?.position ?? 0) >= position);
  }

  async close(): Promise<void> {
    await this.client?.dispose();
  }

  private take(frame: Frame, last: string | null): void {
    if (frame.previous !== last)
      this.faults.push(`frame ${frame.cursor} does not follow ${last ?? 'none'}`);
    if (frame.kind === 'READY' && this.cursor !== null && frame.cursor !== this.cursor) {
      this.faults.push('the stream did not resume at the cursor');
    }
    this.cursor = frame.cursor;
    if (!frame.event) return;
    this.seen.push(frame.event);
    this.onEvent(frame.event);
  }

  private async wait(until: () => boolean): Promise<void> {
    if (until()) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve, reject) => {
      this.waiting = { until, resolve };
      timer = setTimeout(() => reject(new Error('the subscriber waited for ten seconds')), 10_000);
    }).finally(() => clearTimeout(timer));
    this.waiting = undefined;
  }
}
