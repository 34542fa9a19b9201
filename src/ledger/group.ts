import type { Actor } from '../kernel/event.js';
import type { Instant } from '../kernel/instant.js';
import type { InlineRow } from '../kernel/stream.js';

export { Overloaded } from '../platform/overloaded.js';

/** An event ready to be stored. */
export type Draft = {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly occurredAt: Instant;
  readonly actor: Actor;
  readonly via: string | null;
  readonly correlationId: string | null;
  readonly causationId: string | null;
  /** 16 random bytes. */
  readonly salt: Buffer;
  /** Canonical JSON (RFC 8785), personal fields sealed. */
  readonly payload: string;
};

/** What one stream gets. No events: only the expected version is checked. */
export type Item = {
  readonly streamId: string;
  readonly streamType: string;
  readonly expectedVersion: number;
  readonly events: readonly Draft[];
  /** The head state after the events, as JSON. */
  readonly state: string;
};

export type AppendKey = {
  /** The actor or policy that the key belongs to. */
  readonly scope: string;
  readonly key: string;
  /** SHA-256 of the canonical request. */
  readonly requestHash: Buffer;
};

export type ReservationChange = {
  /** `share` records a claim that was overridden: it is not tested. */
  readonly op: 'take' | 'share' | 'release';
  readonly space: string;
  readonly key: string;
  readonly holder: string;
  readonly streamId: string;
};

export type DueChange = {
  readonly streamId: string;
  readonly kind: string;
  readonly subject: string;
  /** null clears it. */
  readonly at: Instant | null;
  /** The event that asks for it. */
  readonly cause: string;
};

/** What succeeds or fails whole: one or more streams of one organization. */
export type Group = {
  readonly organization: string;
  readonly key?: AppendKey | undefined;
  readonly items: readonly Item[];
  readonly rows?: readonly InlineRow[];
  readonly reservations?: readonly ReservationChange[];
  readonly due?: readonly DueChange[];
};

/** What became of a group. */
export type GroupResult =
  | {
      readonly verdict: 'appended';
      /** Of the group's first event; the others follow without a hole. */
      readonly firstPosition: number;
      readonly lastPosition: number;
      readonly recordedAt: Instant;
    }
  | {
      readonly verdict: 'replayed';
      readonly streamId: string;
      readonly firstVersion: number;
      readonly lastVersion: number;
    }
  | { readonly verdict: 'key-reused' }
  | { readonly verdict: 'conflict'; readonly streamId: string; readonly actualVersion: number }
  | {
      readonly verdict: 'reserved';
      /** Which of the group's reservations, from 0. */
      readonly index: number;
      readonly key: string;
      readonly holder: string;
      readonly streamId: string;
    }
  | { readonly verdict: 'unknown-organization' };
