import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { eventually } from './eventually.js';

type Seen = { readonly id: string; readonly type: string; readonly position: number };
type Frame = {
  readonly kind: string;
  readonly cursor: string;
  readonly previous: string | null;
  readonly event: Seen | null;
};

const wheres = { events: 'EventsWhere', nudges: 'NudgesWhere' } as const;
type Of = keyof typeof wheres;
const documentOf = (of: Of) => `subscription ($after: Cursor, $where: ${wheres[of]}) {
  frame: ${of}(after: $after, where: $where) {
    kind cursor previous event { id type position sentence } } }`;

/** Subscribes to events, or to reminders alone, over one socket, and keeps every frame. */
export class Subscriber {
  readonly frames: Frame[] = [];
  private failure: unknown;

  private constructor(private readonly client: Client) {}

  /** Resolves once the backlog is over. */
  static async start(
    url: string,
    token: string,
    variables: { readonly after?: string; readonly where?: object } = {},
    of: Of = 'events',
  ): Promise<Subscriber> {
    const client = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { token },
      retryAttempts: 0,
    });
    const subscriber = new Subscriber(client);
    client.subscribe<{ frame: Frame }>(
      { query: documentOf(of), variables },
      {
        next: ({ data, errors }) => {
          if (data) subscriber.frames.push(data.frame);
          else subscriber.failure = errors;
        },
        error: (error) => (subscriber.failure = error),
        complete: () => undefined,
      },
    );
    await subscriber.until(() => subscriber.frames.some(({ kind }) => kind === 'CAUGHT_UP'));
    return subscriber;
  }

  get seen(): readonly Seen[] {
    return this.frames.flatMap(({ event }) => (event ? [event] : []));
  }

  /** Whether every frame names the one before it. */
  get isLinked(): boolean {
    return this.frames.every(
      ({ previous }, index) => previous === (this.frames[index - 1]?.cursor ?? null),
    );
  }

  /** Resolves when it has seen the event of a position. */
  reaches(position: number): Promise<void> {
    return this.until(() => (this.seen.at(-1)?.position ?? 0) >= position);
  }

  async stop(): Promise<void> {
    await this.client.dispose();
  }

  private until(holds: () => boolean): Promise<void> {
    return eventually('a subscriber', () => {
      if (this.failure !== undefined) throw new Error('subscription', { cause: this.failure });
      return holds();
    });
  }
}
