import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { Authenticator } from '../../../src/platform/access/viewer.js';
import { SocketServer } from '../../../src/platform/graphql/socket.js';
import type { Timers } from '../../../src/platform/graphql/timers.js';
import { ReadSessions } from '../../../src/platform/database/read-session.js';
import type { CountedReads, DemoAuthenticator } from './app.js';
import { closeCode, Running } from './app.js';
import { feed } from './demo.js';

/** A clock that stands still until a test moves it. */
class HandTimers implements Timers {
  private at = Date.parse('2026-01-01T00:00:00Z');
  private readonly waiting = new Set<{ at: number; run: () => void }>();

  now(): number {
    return this.at;
  }
  after(millis: number, run: () => void): () => void {
    const timer = { at: this.at + millis, run };
    this.waiting.add(timer);
    return () => this.waiting.delete(timer);
  }
  move(millis: number): void {
    this.at += millis;
    for (const timer of [...this.waiting].filter(({ at }) => at <= this.at)) {
      this.waiting.delete(timer);
      timer.run();
    }
  }
  get size(): number {
    return this.waiting.size;
  }
}

let running: Running;
let timers: HandTimers;
const start = async (sockets: object = {}) => {
  timers = new HandTimers();
  running = await Running.start({ sockets: { timers, initWaitMs: 40, ...sockets } });
};
const untilTrue = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
};
const noted = 'subscription { noted { position sentence actor { name } } }';
const subscribe = (socket: WebSocket, id: string, query = noted) =>
  socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query } }));
type Message = { id: string; type: string; payload?: unknown };
const messagesOf = (socket: WebSocket): Message[] => {
  const messages: Message[] = [];
  socket.on('message', (data: Buffer) => messages.push(JSON.parse(data.toString()) as Message));
  return messages;
};

beforeEach(() => feed.reset());

describe('given a server', () => {
  beforeAll(() => start({ allowedOrigins: ['https://status.example.org'], maxOperations: 3 }));
  afterAll(() => running.stop());

  const upgradeStatus = async (path: string, headers: Record<string, string>): Promise<number> => {
    const asked = request({
      port: running.port,
      path,
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': Buffer.alloc(16).toString('base64'),
        'sec-websocket-protocol': 'graphql-transport-ws',
        ...headers,
      },
    });
    asked.end();
    return new Promise((resolve, reject) => {
      asked.on('error', reject);
      asked.on('response', (response) => {
        response.resume();
        response.on('close', () => resolve(response.statusCode ?? 0));
      });
      asked.on('upgrade', (_response, socket) => {
        socket.destroy();
        resolve(101);
      });
    });
  };

  it.each([
    ['/graphql', {}, 101],
    ['/graphql?x=1', {}, 101],
    ['/', {}, 404],
    ['/graphql/', {}, 404],
    ['/other', { origin: 'https://evil.example' }, 404],
    ['/graphql', { origin: 'https://evil.example' }, 403],
    ['/graphql', { origin: 'null' }, 403],
    ['/graphql', { origin: 'https://status.example.org' }, 101],
    ['/graphql', { origin: 'http://here.example', host: 'here.example' }, 101],
  ])('when %s is asked for with %j, then it answers %i', async (path, headers, status) => {
    expect(await upgradeStatus(path, headers as Record<string, string>)).toBe(status);
  });

  it('when somebody hangs up in the middle of it, then the server lives', async () => {
    const socket = connect(running.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      'GET /other HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
    );
    socket.resetAndDestroy();
    expect((await running.askSocket('{ rows }')).data).toEqual({ rows: 42 });
  });

  it('when another protocol is spoken, then it closes with 4406', async () => {
    expect(await closeCode(new WebSocket(running.address))).toBe(4406);
  });

  it('when nobody says who they are, then it closes with 4408', async () => {
    expect(await closeCode(running.socket())).toBe(4408);
  });

  it.each([
    [{ token: 'nobody' }, 4403],
    [{}, 4403],
    [{ authorization: 'admin' }, 4403],
    [{ token: 'broken' }, 1013],
  ])('when %j is shown, then it closes with %i', async (payload, code) => {
    const socket = running.socket();
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init', payload }));
    expect(await closeCode(socket)).toBe(code);
  });

  it('when an operation comes before that, then it closes with 4401', async () => {
    const socket = running.socket();
    await once(socket, 'open');
    subscribe(socket, '1');
    expect(await closeCode(socket)).toBe(4401);
  });

  it('when a message is larger than 64 KiB, then it closes with 1009', async () => {
    const socket = await running.admitted();
    socket.send('x'.repeat(64 * 1024 + 1));
    expect(await closeCode(socket)).toBe(1009);
  });

  it('when a message is no message, then it closes with 4400', async () => {
    const socket = await running.admitted();
    socket.send('{');
    expect(await closeCode(socket)).toBe(4400);
  });

  it('when queries and mutations come, then they are answered', async () => {
    expect((await running.askSocket('{ rows }')).data).toEqual({ rows: 42 });
    const add = 'mutation { addNote(input: { title: "x" }) { position } }';
    expect((await running.askSocket(add)).data).toEqual({ addNote: { position: 5 } });
  });

  it('when a ping comes, then a pong goes', async () => {
    const socket = await running.admitted();
    socket.ping('hello');
    const [data] = (await once(socket, 'pong')) as [Buffer];
    expect(data.toString()).toBe('hello');
    socket.terminate();
  });

  it('when there are too many operations, then one more is RATE_LIMITED, and one less is not', async () => {
    const socket = await running.admitted();
    const messages = messagesOf(socket);
    for (const id of ['1', '2', '3', '4']) subscribe(socket, id);
    await untilTrue(() => messages.some(({ type }) => type === 'error'));
    expect(messages.filter(({ type }) => type === 'error')).toEqual([
      {
        id: '4',
        type: 'error',
        payload: [expect.objectContaining({ extensions: { code: 'RATE_LIMITED', retryAfter: 1 } })],
      },
    ]);
    socket.send(JSON.stringify({ id: '1', type: 'complete' }));
    subscribe(socket, '5', '{ rows }');
    await untilTrue(() => messages.some(({ id, type }) => id === '5' && type === 'next'));
    socket.terminate();
  });
});

describe('given a subscription', () => {
  beforeAll(() => start());
  afterAll(() => running.stop());

  it('then each event is told, with names and reads of its own', async () => {
    const told: unknown[] = [];
    for await (const result of running.client().iterate({ query: noted })) {
      told.push(result.data?.['noted']);
      if (told.length === 3) break;
    }
    await untilTrue(() => feed.ended === 1);
    const sentence = 'Ann added “xxxxxxxxxx” for mem_bob';
    expect(told).toEqual(
      [1, 2, 3].map((position) => ({ position, sentence, actor: { name: 'Ann' } })),
    );
  });

  it('then its source may read, and holds nothing open', async () => {
    const reads = running.app.get<CountedReads>(ReadSessions, { strict: false });
    const results = running.client().iterate({ query: noted });
    await results.next();
    await feed.contexts[0]?.reads.query('select 1', []);
    expect(reads.running).toBe(0);
    await results.return?.();
    await untilTrue(() => feed.ended === 1);
  });

  it('then leaving it ends the source at once, although that waits', async () => {
    const socket = await running.admitted();
    const messages = messagesOf(socket);
    subscribe(socket, '1');
    await untilTrue(() => messages.length === 3);
    expect(feed.ended).toBe(0);
    socket.send(JSON.stringify({ id: '1', type: 'complete' }));
    await untilTrue(() => feed.ended === 1);
    expect(feed.contexts[0]?.signal.aborted).toBe(true);
    socket.terminate();
  });

  it('then a lost connection ends the source at once', async () => {
    const socket = await running.admitted();
    const messages = messagesOf(socket);
    subscribe(socket, '1');
    await untilTrue(() => messages.length === 3);
    socket.terminate();
    await untilTrue(() => feed.ended === 1);
    expect(feed.contexts[0]?.signal.aborted).toBe(true);
  });

  it('then a failure of the running source is told without its detail, and the socket stays', async () => {
    const socket = await running.admitted();
    const messages = messagesOf(socket);
    feed.failWith = new Error('db password is hunter2');
    subscribe(socket, '1');
    await untilTrue(() => messages.some(({ type }) => type === 'error'));
    expect(messages.at(-1)).toEqual({
      id: '1',
      type: 'error',
      payload: [
        {
          message: 'Something failed on our side',
          extensions: { code: 'INTERNAL_SERVER_ERROR', errorId: expect.stringMatching(/^err_/) },
        },
      ],
    });
    subscribe(socket, '2', '{ rows }');
    await untilTrue(() => messages.some(({ id }) => id === '2'));
    socket.terminate();
  });

  it('then a refusal before it starts is told by its code', async () => {
    const { errors } = await running.askSocket('subscription { noted(tag: "none") { id } }');
    expect(errors?.[0]?.extensions).toEqual({ code: 'NOT_FOUND' });
  });
});

describe('given a client that does not read', () => {
  beforeEach(async () => {
    await start({ stalledAfterMs: 60_000, heartbeatMs: 12_000, closeGraceMs: 2_000 });
    feed.size = 50_000;
    feed.last = Infinity;
  });
  afterEach(() => running.stop());

  /** Nothing more is pulled although the event loop has turned many times. */
  const hasSettled = async (): Promise<number> => {
    for (let quiet = 0, seen = -1; quiet < 300; quiet += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (feed.pulled !== seen) quiet = 0;
      seen = feed.pulled;
    }
    return feed.pulled;
  };

  it('then the source is not pulled any further, and goes on when it reads again', async () => {
    const socket = await running.admitted();
    socket.pause();
    subscribe(socket, '1');
    await untilTrue(() => feed.pulled > 3);
    const stalled = await hasSettled();
    // What the two kernels hold, and one message: whatever is asked for, no more is made.
    expect(stalled * feed.size).toBeLessThan(32 * 1024 * 1024);
    socket.resume();
    await untilTrue(() => feed.pulled > stalled + 100);
    socket.terminate();
    await untilTrue(() => feed.ended === 1);
  });

  it('then its socket is closed for good after a while', async () => {
    const socket = await running.admitted();
    socket.pause();
    subscribe(socket, '1');
    await untilTrue(() => feed.pulled > 3);
    const stalled = await hasSettled();
    timers.move(59_000);
    expect(await hasSettled()).toBe(stalled);
    timers.move(1_000);
    timers.move(2_000);
    await untilTrue(() => feed.ended === 1);
    expect(await hasSettled()).toBe(stalled);
    socket.terminate();
  });

  it('then it is told to resume, if it reads in the end', async () => {
    const socket = await running.admitted();
    socket.pause();
    subscribe(socket, '1');
    await untilTrue(() => feed.pulled > 3);
    await hasSettled();
    timers.move(60_000);
    socket.resume();
    expect(await closeCode(socket)).toBe(4508);
  });

  it('then its own requests are not read either', async () => {
    const socket = await running.admitted();
    socket.pause();
    const ping = JSON.stringify({ type: 'ping', payload: { pad: 'x'.repeat(60_000) } });
    let taken = 0;
    const flood = (): void => {
      for (let sent = 0; sent < 20; sent += 1) socket.send(ping, () => (taken += 1));
    };
    for (let round = 0; round < 50; round += 1) {
      flood();
      await new Promise((resolve) => setImmediate(resolve));
    }
    for (let quiet = 0, seen = -1; quiet < 300; quiet += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (taken !== seen) quiet = 0;
      seen = taken;
    }
    expect(taken).toBeLessThan(1000);
    socket.terminate();
  });
});

describe('given a client that is gone without a word', () => {
  beforeEach(() => start());
  afterEach(() => running.stop());

  it('then a heartbeat that it does not answer ends its socket', async () => {
    const socket = new WebSocket(running.address, 'graphql-transport-ws', { autoPong: false });
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init', payload: { token: 'admin' } }));
    await once(socket, 'message');
    timers.move(12_000);
    await once(socket, 'ping');
    timers.move(12_000);
    expect(await closeCode(socket)).toBe(1006);
  });

  it('then one that answers stays', async () => {
    const socket = await running.admitted();
    const messages = messagesOf(socket);
    for (let beat = 1; beat <= 3; beat += 1) {
      timers.move(12_000);
      await once(socket, 'ping');
      // The answer to this comes after the pong that went before it.
      subscribe(socket, `${beat}`, '{ rows }');
      await untilTrue(() => messages.length === 2 * beat);
    }
    expect(socket.readyState).toBe(WebSocket.OPEN);
    socket.terminate();
  });
});

describe('given a token', () => {
  beforeEach(() => start());
  afterEach(() => running.stop());

  it('when it expires, then its socket is closed with 4403', async () => {
    const socket = await running.admitted('brief');
    timers.move(59_999);
    subscribe(socket, '1', '{ rows }');
    await once(socket, 'message');
    timers.move(1);
    expect(await closeCode(socket)).toBe(4403);
  });

  it('when it has expired, then it does not let in', async () => {
    timers.move(60_000);
    const socket = running.socket();
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init', payload: { token: 'brief' } }));
    expect(await closeCode(socket)).toBe(4403);
  });

  it('when it is revoked, then its sockets are closed with 4403, and no others', async () => {
    const revoked = await running.admitted('responder');
    const other = await running.admitted('admin');
    const { revoked: ended } = running.app.get<DemoAuthenticator>(Authenticator, {
      strict: false,
    });
    ended.add('tok_responder');
    await running.app.get(SocketServer, { strict: false }).recheck();
    expect(await closeCode(revoked)).toBe(4403);
    expect(other.readyState).toBe(WebSocket.OPEN);
    ended.clear();
    other.terminate();
  });

  it('when it is revoked, then no operation begins on its sockets any more', async () => {
    const socket = await running.admitted('responder');
    const messages = messagesOf(socket);
    const { revoked } = running.app.get<DemoAuthenticator>(Authenticator, { strict: false });
    revoked.add('tok_responder');
    subscribe(socket, '1', '{ rows }');
    expect(await closeCode(socket)).toBe(4403);
    expect(messages).toEqual([]);
    revoked.clear();
  });

  it('when the socket is closed, then no timer is left', async () => {
    const socket = await running.admitted('brief');
    expect(timers.size).toBeGreaterThan(0);
    socket.close();
    await once(socket, 'close');
    await untilTrue(() => timers.size === 0);
  });
});

describe('given a server that stops', () => {
  it('then clients are told to come back with 1012, and nobody is let in', async () => {
    await start();
    const idle = await running.admitted();
    const busy = await running.admitted();
    const messages = messagesOf(busy);
    subscribe(busy, '1');
    await untilTrue(() => messages.length === 3);
    const codes = Promise.all([closeCode(idle), closeCode(busy)]);
    const server = running.app.get(SocketServer, { strict: false });
    await server.drain();
    expect(await codes).toEqual([1012, 1012]);
    expect(feed.ended).toBe(1);
    const late = running.socket();
    late.on('error', () => undefined);
    const [, response] = (await once(late, 'unexpected-response')) as [
      unknown,
      { statusCode: number },
    ];
    expect(response.statusCode).toBe(503);
    late.terminate();
    await running.stop();
  });

  it('then a client that does not answer holds nothing up', async () => {
    await start();
    const socket = await running.admitted();
    socket.pause();
    const drained = running.app.get(SocketServer, { strict: false }).drain();
    timers.move(2_000);
    await drained;
    socket.terminate();
    await running.stop();
  });
});
