import type { Timers } from './timers.js';
import { realTimers } from './timers.js';

/** How sockets are served; times in milliseconds, sizes in bytes. */
export type SocketOptions = {
  /** Origins of pages of other hosts that may open a socket, as `https://status.example.org`. */
  readonly allowedOrigins: readonly string[];
  /** The largest message that a client may send. */
  readonly maxPayload: number;
  /** How long a client may take to say who it is. */
  readonly initWaitMs: number;
  /** How many operations may run on a socket at a time. */
  readonly maxOperations: number;
  /** How long a client may leave a message unread before its socket is closed. */
  readonly stalledAfterMs: number;
  /** Beyond this many unsent bytes nothing more is read from the client. */
  readonly maxUnsent: number;
  /** How often a client must answer a ping. */
  readonly heartbeatMs: number;
  /** How long a client may take to answer a close. */
  readonly closeGraceMs: number;
  /** How often it is looked up whether those who are on sockets may still be. */
  readonly recheckMs: number;
  readonly timers: Timers;
};

export abstract class SocketSettings {
  abstract readonly values: SocketOptions;
}

export const usualSocketOptions: SocketOptions = {
  allowedOrigins: [],
  maxPayload: 64 * 1024,
  initWaitMs: 3_000,
  maxOperations: 100,
  stalledAfterMs: 60_000,
  maxUnsent: 256 * 1024,
  heartbeatMs: 12_000,
  closeGraceMs: 2_000,
  recheckMs: 3_000,
  timers: realTimers,
};
