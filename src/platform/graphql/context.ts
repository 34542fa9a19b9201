import type DataLoader from 'dataloader';
import type { Viewer } from '../access/viewer.js';
import type { ReadSession } from '../database/read-session.js';

/** What a resolver knows of the operation that it serves. In a subscription, of one event of it. */
export type OperationContext = {
  readonly viewer: Viewer;
  /** `req_...`, for logs. */
  readonly requestId: string;
  /** The header `Idempotency-Key`, for the one mutation of a request. */
  readonly idempotencyKey?: string;
  /** The header `Bridgelog-Actor`: on whose behalf a token with the scope ACT_AS acts. */
  readonly actAs?: string;
  readonly reads: ReadSession;
  /** From an actor's or member's id to the name that people know it by; an unknown id is its own name. */
  readonly names: DataLoader<string, string>;
  /** The epoch of the organization's ledger, for cursors. */
  readonly epoch: () => Promise<number>;
  /** Aborted when the operation is over, or the client of a socket is gone: whoever waits, stops. */
  readonly signal: AbortSignal;
  /** For the transport: aborts the signal and closes the reads. */
  readonly finish: () => Promise<void>;
};
