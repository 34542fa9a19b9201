import type { WebSocket } from 'ws';
import type { Viewer } from '../access/viewer.js';
import type { Closing } from './close-codes.js';
import { closeCodes } from './close-codes.js';
import { Outlet } from './outlet.js';
import type { SocketOptions } from './socket-options.js';

/** One socket: who is on it, and when it ends. */
export class SocketSession {
  readonly outlet: Outlet;
  private viewerOrNone: Viewer | undefined;
  private isAlive = true;
  private isClosed = false;
  private readonly cancels = new Map<'expiry' | 'heartbeat' | 'grace', () => void>();

  constructor(
    private readonly socket: WebSocket,
    private readonly options: SocketOptions,
  ) {
    this.outlet = new Outlet(socket, options, () => this.close(closeCodes.STALLED));
    socket.on('ping', (data) => void this.outlet.pong(data));
    socket.on('pong', () => (this.isAlive = true));
    // The close event follows every error, and says all that there is to know.
    socket.on('error', () => undefined);
    socket.once('close', () => this.settle());
    this.beat();
  }

  get viewer(): Viewer | undefined {
    return this.viewerOrNone;
  }

  /** Lets the viewer in until their token expires; false if it has. */
  admit(viewer: Viewer): boolean {
    if (this.isClosed) return false;
    const left = viewer.expiresAt === null ? Infinity : this.millisUntil(viewer.expiresAt);
    if (left <= 0) return false;
    this.viewerOrNone = viewer;
    if (left < Infinity) this.later('expiry', left, () => this.close(closeCodes.FORBIDDEN));
    return true;
  }

  /** A client that does not answer in time is cut off. */
  close({ code, reason }: Closing): void {
    if (this.isClosed || this.cancels.has('grace')) return;
    this.later('grace', this.options.closeGraceMs, () => this.socket.terminate());
    // Its answer has to be read.
    this.socket.resume();
    this.socket.close(code, reason);
  }

  private millisUntil(instant: string): number {
    return Date.parse(`${instant.slice(0, 23)}Z`) - this.options.timers.now();
  }

  private beat(): void {
    this.later('heartbeat', this.options.heartbeatMs, () => {
      // A client that is slow to read is slow to answer: that is judged by the outlet.
      if (!this.isAlive && this.outlet.isIdle) {
        this.socket.terminate();
        return;
      }
      this.isAlive = false;
      this.socket.ping();
      this.beat();
    });
  }

  private later(what: 'expiry' | 'heartbeat' | 'grace', millis: number, run: () => void): void {
    this.cancels.get(what)?.();
    this.cancels.set(what, this.options.timers.after(millis, run));
  }

  private settle(): void {
    this.isClosed = true;
    for (const cancel of this.cancels.values()) cancel();
  }
}
