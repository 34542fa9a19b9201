import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { declare, TestApp, type Person } from '../support/app.js';
import { CuttingProxy } from '../support/cutting-proxy.js';
import { TestDatabase } from '../support/database.js';

const appends = 2_000;
const writers = 16;
const cuts = 20;

type Frame = {
  kind: string;
  cursor: string;
  previous: string | null;
  event: { id: string; position: number } | null;
};

const document = `subscription ($after: Cursor, $where: EventsWhere) {
  events(after: $after, where: $where) { kind cursor previous event { id position } }
}`;

/** Numbers that look random and are the same in every run (Park and Miller's generator). */
const randomFrom = (seed: number) => {
  let state = seed;
  return (below: number): number => (state = (state * 48_271) % 2_147_483_647) % below;
};

/** A subscriber that resumes from the last frame that it has got in full. */
class Subscriber {
  readonly seen: { id: string; position: number }[] = [];
  readonly wrongLinks: Frame[] = [];
  connections = 0;
  private cursor: string | null = null;
  private isDone = false;
  onFrame: () => void = () => undefined;

  constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly where: object | null = null,
  ) {}

  /** Follows over connections that break, until told to stop. */
  async follow(): Promise<void> {
    while (!this.isDone) {
      await this.connection();
      this.connections += 1;
    }
  }

  stop(): void {
    this.isDone = true;
  }

  private connection(): Promise<void> {
    return new Promise((resolve) => {
      const client = createClient({
        url: this.url,
        webSocketImpl: WebSocket,
        connectionParams: { token: this.token },
        retryAttempts: 0,
      });
      let last: string | null = null;
      let isFirst = true;
      const over = () => {
        void client.dispose();
        resolve();
      };
      client.subscribe<{ events: Frame }>(
        { query: document, variables: { after: this.cursor, where: this.where } },
        {
          next: ({ data }) => {
            const frame = data?.events;
            if (!frame) return;
            const resumed = isFirst && this.cursor !== null && frame.cursor !== this.cursor;
            if (frame.previous !== last || resumed) this.wrongLinks.push(frame);
            isFirst = false;
            last = frame.cursor;
            this.cursor = frame.cursor;
            if (frame.event) this.seen.push(frame.event);
            this.onFrame();
            if (this.isDone) over();
          },
          error: over,
          complete: over,
        },
      );
    });
  }
}

describe.each([
  { listens: true, where: 'everything' },
  { listens: false, where: 'everything' },
  { listens: true, where: 'one incident' },
  { listens: false, where: 'one incident' },
])(
  'a subscriber to $where that is cut off again and again (LISTEN: $listens)',
  ({ listens, where }) => {
    let database: TestDatabase;
    let app: TestApp;
    let ada: Person;
    let proxy: CuttingProxy;

    beforeEach(async () => {
      database = await TestDatabase.create();
      app = await TestApp.start(database, {
        pollEvery: 25,
        ...(!listens && { listenUrl: undefined }),
      });
      ada = await app.person('Ada');
      proxy = await CuttingProxy.to(Number(new URL(app.url).port));
    });
    afterEach(async () => {
      await proxy.close();
      await app.close();
      await database.drop();
    });

    it('sees exactly the rows of the table, and every frame names the one before it', async () => {
      const random = randomFrom(listens ? 1 : 2);
      const incidents = await Promise.all(Array.from({ length: 4 }, () => declare(ada.api)));
      const [watched] = incidents;
      const filter = where === 'one incident' ? { incident: watched } : null;
      const subscriber = new Subscriber(`ws://127.0.0.1:${proxy.port}/graphql`, ada.token, filter);
      const ready = new Promise<void>((resolve) => (subscriber.onFrame = resolve));
      const following = subscriber.follow();
      await ready;

      let appended = 0;
      let cut = 0;
      const write = async (writer: number): Promise<void> => {
        while (appended < appends) {
          appended += 1;
          const incident = incidents[(writer + appended) % incidents.length];
          await ada.api.send('addNote', { incident, text: `note ${appended}` }, 'position');
          if (cut < cuts && appended >= (cut + 1) * (appends / (cuts + 1))) {
            cut += 1;
            // Either in the middle of a frame, or between a commit and its hint.
            if (cut % 2 === 0) proxy.cutAfter(random(3_000));
            else proxy.cut();
          }
        }
      };
      await Promise.all(Array.from({ length: writers }, (_, n) => write(n)));
      expect(cut).toBe(cuts);

      const { rows } = await database.owner.query<{ id: string; position: number }>(
        `select id, position from bridgelog.events
        where stream_type = 'incident' and type = 'NoteAdded' and ($1::text is null or stream = $1)
        order by position`,
        [filter?.incident],
      );
      for (let tries = 0; subscriber.seen.length < rows.length && tries < 500; tries += 1) {
        await pause(10);
      }
      subscriber.stop();
      proxy.cut();
      await following;
      expect(subscriber.seen).toEqual(rows);
      expect(subscriber.wrongLinks).toEqual([]);
      expect(subscriber.connections).toBeGreaterThanOrEqual(cuts / 2);
    });
  },
);
