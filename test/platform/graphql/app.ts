import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Type } from '@nestjs/common';
import { Global, Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { Client } from 'graphql-ws';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { EventMap } from '../../../src/kernel/event.js';
import { Directory } from '../../../src/platform/access/directory.js';
import type { Role, Viewer } from '../../../src/platform/access/viewer.js';
import { Authenticator } from '../../../src/platform/access/viewer.js';
import type { ReadSession } from '../../../src/platform/database/read-session.js';
import { ReadSessions } from '../../../src/platform/database/read-session.js';
import { GraphqlPlatform } from '../../../src/platform/graphql/graphql.module.js';
import { NodeLoaders } from '../../../src/platform/graphql/node-loaders.js';
import type { SocketOptions } from '../../../src/platform/graphql/socket-options.js';
import { NoteResolver, noteEvents, noteId, organization, stored } from './demo.js';

export const viewer = (role: Role, expiresAt: string | null = null): Viewer => ({
  organization,
  token: `tok_${role.toLowerCase()}`,
  actor: { kind: 'MEMBER', id: 'mem_ann' },
  role,
  scopes: [],
  member: 'mem_ann',
  expiresAt,
});

export class DemoAuthenticator extends Authenticator {
  authenticate(secret: string): Promise<Viewer | null> {
    if (secret === 'broken') return Promise.reject(new Error('db password is hunter2'));
    const roles: Record<string, Viewer> = {
      viewer: viewer('VIEWER'),
      responder: viewer('RESPONDER'),
      integration: viewer('INTEGRATION'),
      admin: viewer('ADMIN'),
      brief: viewer('ADMIN', '2026-01-01T00:01:00.000000Z'),
      long: viewer('ADMIN', '2026-06-01T00:00:00.000000Z'),
    };
    return Promise.resolve(roles[secret] ?? null);
  }

  /** Tokens that were revoked. */
  readonly revoked = new Set<string>();

  outdated(viewers: readonly Viewer[]): Promise<readonly Viewer[]> {
    return Promise.resolve(viewers.filter(({ token }) => this.revoked.has(token)));
  }
}

/** Counts what is open, so that a test can see that everything was closed. */
export class CountedReads extends ReadSessions {
  running = 0;
  opened = 0;

  open(of: string): ReadSession {
    let isOpen = false;
    return {
      organization: of,
      query: <T>() => {
        if (!isOpen) {
          this.running += 1;
          this.opened += 1;
        }
        isOpen = true;
        return Promise.resolve([{ n: 42 } as T]);
      },
      close: () => {
        if (isOpen) this.running -= 1;
        isOpen = false;
        return Promise.resolve();
      },
    };
  }
}

class DemoDirectory extends Directory {
  readonly asked: string[][] = [];
  namesOf(_reads: ReadSession, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    this.asked.push([...ids]);
    return Promise.resolve(new Map([['mem_ann', 'Ann']]));
  }
  epochOf(): Promise<number> {
    return Promise.resolve(7);
  }
}

const providers = [
  { provide: Authenticator, useClass: DemoAuthenticator },
  { provide: ReadSessions, useClass: CountedReads },
  { provide: Directory, useClass: DemoDirectory },
];
@Global()
@Module({ providers, exports: providers.map(({ provide }) => provide) })
class DemoPlatform {
  /** A feature that lends the platform its Authenticator, and uses the platform's registry. */
  constructor(nodes: NodeLoaders) {
    nodes.register('not', {
      typeOf: () => 'Note',
      load: () => Promise.resolve(new Map([[noteId, { id: noteId, title: 'Found' }]])),
    });
    nodes.register('evt', {
      typeOf: ({ type }: { type: string }) => type,
      load: ([id = '']) => Promise.resolve(new Map([[id, stored(1, { id })]])),
    });
  }
}

export type DemoOptions = {
  readonly resolvers?: readonly Type[];
  readonly events?: readonly EventMap[];
  readonly schemaFile?: string;
  readonly sockets?: Partial<SocketOptions>;
};

export const createDemo = async (options: DemoOptions = {}): Promise<NestFastifyApplication> => {
  const { resolvers = [NoteResolver], events = [noteEvents], schemaFile, sockets } = options;
  @Module({
    imports: [
      GraphqlPlatform.forRoot({
        events,
        imports: [DemoPlatform],
        ...(schemaFile !== undefined && { schemaFile }),
        ...(sockets && { sockets }),
      }),
    ],
    providers: [...resolvers],
  })
  class Demo {}
  Logger.overrideLogger(false);
  const adapter = new FastifyAdapter({ forceCloseConnections: true });
  return NestFactory.create<NestFastifyApplication>(Demo, adapter, {
    logger: false,
    abortOnError: false,
  });
};

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly data?: Record<string, never> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
  }[];
};

/** A running demo: how tests reach it. */
export class Running {
  private readonly clients: Client[] = [];
  private constructor(
    readonly app: NestFastifyApplication,
    readonly port: number,
  ) {}

  static async start(options?: DemoOptions): Promise<Running> {
    const app = await createDemo(options);
    await app.listen(0, '127.0.0.1');
    const { port } = (app.getHttpServer() as { address(): AddressInfo }).address();
    return new Running(app, port);
  }

  async stop(): Promise<void> {
    for (const client of this.clients) await client.dispose();
    await this.app.close();
  }

  post(body: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`http://127.0.0.1:${this.port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
  }

  async ask(
    query: string,
    variables: object = {},
    headers: Record<string, string> = { authorization: 'Bearer admin' },
  ): Promise<Answer> {
    const response = await this.post(JSON.stringify({ query, variables }), headers);
    const answer = (await response.json()) as Omit<Answer, 'status' | 'headers'>;
    return { status: response.status, headers: response.headers, ...answer };
  }

  client(token = 'admin', onClosed: (event: unknown) => void = () => undefined): Client {
    const client = createClient({
      url: this.address,
      webSocketImpl: WebSocket,
      connectionParams: { token },
      retryAttempts: 0,
      on: { closed: onClosed },
    });
    this.clients.push(client);
    return client;
  }

  /** All results of an operation over a socket; what the protocol calls an error, as `errors`. */
  async askSocket(query: string, variables: object = {}, token = 'admin'): Promise<Answer> {
    const client = this.client(token);
    const results = client.iterate({ query, variables: { ...variables } });
    try {
      const { value } = (await results.next()) as { value: Answer };
      return value;
    } catch (errors) {
      return { errors } as Answer;
    } finally {
      await client.dispose();
    }
  }

  get address(): string {
    return `ws://127.0.0.1:${this.port}/graphql`;
  }

  /** A socket without a client, to misbehave with. */
  socket(headers: Record<string, string> = {}, path = '/graphql'): WebSocket {
    const url = `ws://127.0.0.1:${this.port}${path}`;
    return new WebSocket(url, 'graphql-transport-ws', { headers });
  }

  /** A socket that was let in. */
  async admitted(token = 'admin'): Promise<WebSocket> {
    const socket = this.socket();
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init', payload: { token } }));
    await once(socket, 'message');
    return socket;
  }
}

export const closeCode = async (socket: WebSocket): Promise<number> => {
  const [code] = (await once(socket, 'close')) as [number];
  return code;
};
