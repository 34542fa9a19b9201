import type { Decision, Facts, Refusal } from '../kernel/decision.js';
import type { Actor, AnyEvent, StoredEvent } from '../kernel/event.js';
import type { Instant } from '../kernel/instant.js';

/** One command on one stream. */
export type Command<S, E extends AnyEvent, R extends Refusal> = {
  /** UUID. */
  readonly organization: string;
  readonly streamId: string;
  readonly actor: Actor;
  readonly via: string | null;
  readonly correlationId: string | null;
  readonly causationId?: string | null;
  /** When it happened, if the caller says so. */
  readonly occurredAt?: Instant | undefined;
  readonly idempotency?: {
    readonly key: string;
    /** What the key stands for: the command's name and input, without the key itself. */
    readonly request: unknown;
  };
  readonly expectedVersion?: number | undefined;
  /** Another stream of the same kind, which the decision is told of and may change as well. */
  readonly beside?: string | undefined;
  /**
   * May read what the decision needs to know; is called again when a stream moved. `beside`: the
   * state of the other stream, if the command names one. Strict, as the state of its own.
   */
  readonly decide: (
    state: S,
    facts: Facts,
    beside: S | undefined,
  ) => Decision<E, R> | Promise<Decision<E, R>>;
};

/** Refusals that the ledger itself makes. */
export type LedgerRefusal =
  | (Refusal & { readonly code: 'VERSION_CONFLICT'; readonly currentVersion: number })
  | (Refusal & { readonly code: 'KEY_REUSED' })
  | (Refusal & { readonly code: 'OCCURRED_AT_AHEAD' });

/** What became of a command. With refusals, none of its events were recorded. */
export type Outcome<S, E extends AnyEvent, R extends Refusal> = {
  /** The command's stream, or on a replay the stream that the key recorded. */
  readonly streamId: string;
  readonly state: S;
  readonly version: number;
  /** The position of the ledger that the state reflects. */
  readonly position: number;
  /** Of the command's stream, then those of the stream beside it. */
  readonly events: readonly StoredEvent<E>[];
  /** The key had recorded this before; nothing was recorded again. */
  readonly replayed: boolean;
  readonly refusals: readonly (R | LedgerRefusal)[];
};

export const versionConflict = (currentVersion: number): LedgerRefusal => ({
  code: 'VERSION_CONFLICT',
  message: `The stream is at version ${currentVersion}: read it again, then decide`,
  path: ['input', 'expectedVersion'],
  currentVersion,
});

export const keyReused = (): LedgerRefusal => ({
  code: 'KEY_REUSED',
  message: 'This idempotency key was used with another input: use a new key for a new command',
  path: ['input', 'idempotencyKey'],
});

export const occurredAtAhead = (now: Instant): LedgerRefusal => ({
  code: 'OCCURRED_AT_AHEAD',
  message: `occurredAt may be at most five minutes ahead of the server's time, ${now}`,
  path: ['input', 'occurredAt'],
});
