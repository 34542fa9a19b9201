import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Server } from 'graphql-ws';
import { handleProtocols } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import { closeCodes } from './close-codes.js';
import { ErrorFormatter } from './error-formatter.js';
import { SocketSettings } from './socket-options.js';
import { SocketProtocol } from './socket-protocol.js';
import { SocketSession } from './socket-session.js';
import { refusalOfUpgrade, refuseUpgrade } from './upgrade.js';

/** Serves the schema over WebSocket, beside HTTP on the same port and path. */
@Injectable()
export class SocketServer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly sessions = new Map<SocketSession, Promise<void>>();
  private readonly upgrades: WebSocketServer;
  private readonly protocol: Server<SocketSession>;
  private isDraining = false;
  private nextRecheck: NodeJS.Timeout | undefined;

  constructor(
    private readonly http: HttpAdapterHost,
    private readonly access: SocketProtocol,
    private readonly formatter: ErrorFormatter,
    private readonly settings: SocketSettings,
  ) {
    this.protocol = access.serve(settings.values);
    this.upgrades = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      autoPong: false,
      perMessageDeflate: false,
      maxPayload: settings.values.maxPayload,
      handleProtocols,
    });
  }

  onApplicationBootstrap(): void {
    const server = this.http.httpAdapter.getHttpServer() as HttpServer;
    server.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head));
    this.recheckLater();
  }

  async onModuleDestroy(): Promise<void> {
    clearTimeout(this.nextRecheck);
    await this.drain();
  }

  /** Lets nobody in any more, tells all clients to connect again, and waits until they are gone. */
  async drain(): Promise<void> {
    this.isDraining = true;
    for (const session of this.sessions.keys()) session.close(closeCodes.RESTART);
    await Promise.all(this.sessions.values());
  }

  /** Closes the sockets of those whose tokens do not prove any more what they did. */
  async recheck(): Promise<void> {
    const viewers = [...this.sessions.keys()].flatMap(({ viewer }) => viewer ?? []);
    if (viewers.length === 0) return;
    const outdated = new Set(await this.access.outdated(viewers));
    for (const session of this.sessions.keys()) {
      if (session.viewer && outdated.has(session.viewer)) session.close(closeCodes.FORBIDDEN);
    }
  }

  private recheckLater(): void {
    if (this.isDraining) return;
    this.nextRecheck = setTimeout(() => {
      void this.recheck()
        .catch((error: unknown) => this.formatter.report(error))
        .finally(() => this.recheckLater());
    }, this.settings.values.recheckMs).unref();
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // Whoever hangs up meanwhile is not missed.
    socket.on('error', () => socket.destroy());
    const refusal = this.isDraining
      ? '503 Service Unavailable'
      : refusalOfUpgrade(request, this.settings.values.allowedOrigins);
    if (refusal === undefined) {
      this.upgrades.handleUpgrade(request, socket, head, (opened) => this.open(opened));
    } else {
      refuseUpgrade(socket, refusal);
    }
  }

  private open(socket: WebSocket): void {
    const session = new SocketSession(socket, this.settings.values);
    const closed = this.protocol.opened(
      {
        protocol: socket.protocol,
        send: (data) => session.outlet.send(data),
        close: (code = 1000, reason = '') => session.close({ code, reason }),
        onMessage: (take) =>
          socket.on('message', (data: Buffer) => {
            take(data.toString()).catch((error: unknown) => this.giveUp(session, error));
          }),
      },
      session,
    );
    const gone = new Promise<void>((resolve) => {
      socket.once('close', (code, reason) => {
        this.sessions.delete(session);
        closed(code, reason.toString())
          .catch((error: unknown) => this.formatter.report(error))
          .finally(resolve);
      });
    });
    this.sessions.set(session, gone);
  }

  private giveUp(session: SocketSession, error: unknown): void {
    this.formatter.report(error);
    session.close(closeCodes.AGAIN);
  }
}
