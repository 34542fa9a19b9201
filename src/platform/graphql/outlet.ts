import type { WebSocket } from 'ws';
import type { SocketOptions } from './socket-options.js';

/**
 * The way out to one client. A send is done once the kernel has taken the message, so whoever
 * waits for it is held back by a client that does not read; and then nothing is read from the
 * client either, so that its requests cannot pile up answers.
 */
export class Outlet {
  private unfinished = 0;
  private cancelWatch: () => void = () => undefined;
  private readonly gone: Promise<void>;

  constructor(
    private readonly socket: WebSocket,
    private readonly options: SocketOptions,
    private readonly onStalled: () => void,
  ) {
    this.gone = new Promise((resolve) => {
      socket.once('close', () => {
        this.cancelWatch();
        resolve();
      });
    });
  }

  /** Whether the client has everything that was sent. */
  get isIdle(): boolean {
    return this.unfinished === 0;
  }

  /** Never rejects: on a socket that is closing it waits for the end, so nothing runs on for it. */
  async send(data: string): Promise<void> {
    const sent = await this.written((done) => this.socket.send(data, done));
    if (!sent) await this.gone;
  }

  /** Answers a ping of the WebSocket protocol. */
  async pong(data: Buffer): Promise<void> {
    await this.written((done) => this.socket.pong(data, false, done));
  }

  private async written(write: (done: (error?: Error | null) => void) => void): Promise<boolean> {
    if (this.socket.readyState !== this.socket.OPEN) return false;
    this.unfinished += 1;
    if (this.unfinished === 1) this.watch();
    const sent = new Promise<boolean>((resolve) => write((error) => resolve(!error)));
    if (this.socket.bufferedAmount > this.options.maxUnsent) this.socket.pause();
    const isSent = await sent;
    this.unfinished -= 1;
    this.watch();
    if (this.socket.isPaused && this.unfinished === 0) this.socket.resume();
    return isSent;
  }

  /** Starts to count anew with every message that gets through. */
  private watch(): void {
    this.cancelWatch();
    if (this.isIdle || this.socket.readyState === this.socket.CLOSED) return;
    this.cancelWatch = this.options.timers.after(this.options.stalledAfterMs, this.onStalled);
  }
}
