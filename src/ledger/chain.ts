import type { Envelope } from '../kernel/event.js';
import { genesisHash, leafHash, linkHash, payloadHash } from './canonical.js';

/** An entry of a chain: an event in full, redacted (no payload), or left out (its leaf only). */
export type ChainEntry =
  | {
      readonly envelope: Envelope;
      readonly payloadHash: Buffer;
      readonly salt: Buffer | null;
      /** Canonical text. */
      readonly payload: string | null;
      /** The link hash that is stored with the event. */
      readonly hash: Buffer;
    }
  | { readonly position: number; readonly leaf: Buffer };

export type ChainStart = { readonly organization: string; readonly genesisEpoch: number };
export type ChainEnd = { readonly position: number; readonly hash: Buffer };

/**
 * What a verification found. `broken` names the first entry that is not as it was written. A
 * ledger that was cut short or written anew from some position on, its head included, is whole
 * in itself: only a head that was noted elsewhere before tells.
 */
export type Verdict = {
  readonly organization: string;
  /** Entries checked, the broken one included. */
  readonly entries: number;
  readonly leftOut: number;
  readonly redacted: number;
  readonly broken?: {
    readonly position: number;
    readonly event: string | null;
    readonly why: string;
  };
};

/** Recomputes a chain from its genesis, one entry at a time. */
export class ChainCheck {
  private hash: Buffer;
  private position = 0;
  private leftOut = 0;
  private redacted = 0;
  private readonly versions = new Map<string, number>();
  private broken: Verdict['broken'];

  constructor(private readonly start: ChainStart) {
    this.hash = genesisHash(start.organization, start.genesisEpoch);
  }

  /** Checks the next entry; false once the chain is broken. */
  add(entry: ChainEntry): boolean {
    if (this.broken) return false;
    this.position += 1;
    const why = 'leaf' in entry ? this.addLeaf(entry) : this.addEvent(entry);
    if (why !== undefined) {
      const event = 'leaf' in entry ? null : entry.envelope.id;
      this.broken = { position: this.position, event, why };
    }
    return why === undefined;
  }

  /** The verdict, once the head that the ledger or export claims is known. */
  end(claimed: ChainEnd): Verdict {
    if (!this.broken && claimed.position !== this.position) {
      const first = Math.min(claimed.position, this.position) + 1;
      this.fail(first, `the ledger says ${claimed.position} events, ${this.position} are here`);
    } else if (!this.broken && !claimed.hash.equals(this.hash)) {
      this.fail(this.position, 'the hash of the last event is not the hash of the ledger');
    }
    return {
      organization: this.start.organization,
      entries: this.position,
      leftOut: this.leftOut,
      redacted: this.redacted,
      ...(this.broken && { broken: this.broken }),
    };
  }

  private fail(position: number, why: string): void {
    this.broken = { position, event: null, why };
  }

  private addLeaf(entry: { position: number; leaf: Buffer }): string | undefined {
    if (entry.position !== this.position) return this.outOfOrder(entry.position);
    this.leftOut += 1;
    this.hash = linkHash(this.hash, entry.leaf);
    return undefined;
  }

  private addEvent(entry: Extract<ChainEntry, { envelope: Envelope }>): string | undefined {
    const { envelope } = entry;
    if (envelope.position !== this.position) return this.outOfOrder(envelope.position);
    if (envelope.organization !== this.start.organization) return 'it is of another organization';
    const wrong = this.wrongPayload(entry) ?? this.wrongVersion(envelope);
    if (wrong !== undefined) return wrong;
    this.hash = linkHash(this.hash, leafHash(envelope, entry.payloadHash));
    return entry.hash.equals(this.hash)
      ? undefined
      : 'the envelope or its place in the chain was changed';
  }

  private wrongPayload(entry: Extract<ChainEntry, { envelope: Envelope }>): string | undefined {
    if (entry.payload === null && entry.salt === null) {
      this.redacted += 1;
      return undefined;
    }
    // Redaction erases both; a payload without its salt could say anything.
    if (entry.payload === null || entry.salt === null) return 'the payload or its salt is missing';
    return payloadHash(entry.salt, entry.payload).equals(entry.payloadHash)
      ? undefined
      : 'the payload was changed';
  }

  /** Versions are consecutive where no entry of the ledger was left out. */
  private wrongVersion({ streamId, version }: Envelope): string | undefined {
    const before = this.versions.get(streamId);
    this.versions.set(streamId, version);
    if (this.leftOut > 0) return undefined;
    return version === (before ?? 0) + 1
      ? undefined
      : `version ${version} of ${streamId} stands where ${(before ?? 0) + 1} should`;
  }

  private outOfOrder(found: number): string {
    return `position ${found} stands where ${this.position} should`;
  }
}
