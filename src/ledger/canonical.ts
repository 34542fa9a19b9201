import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Envelope } from '../kernel/event.js';

/** The version of the bytes described here; it is part of every envelope. */
export const hashVersion = 1;

/**
 * The canonical JSON text of a value (RFC 8785). Throws on what JSON cannot carry: NaN,
 * infinities, lone surrogates, undefined.
 */
export const canonicalText = (value: unknown): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('undefined has no canonical JSON');
  if (!text.isWellFormed()) throw new TypeError('lone surrogates have no canonical JSON');
  return text;
};

const sha256 = (...parts: readonly (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const tag = (byte: number): Buffer => Buffer.from([byte]);

/** SHA-256(salt || JCS(payload)). */
export const payloadHash = (salt: Buffer, payload: string): Buffer => sha256(salt, payload);

/** What the leaf covers, under the names that stand in the hash. */
export const envelopeText = (envelope: Envelope, payload: Buffer): string =>
  canonicalText({
    actorId: envelope.actor.id,
    actorKind: envelope.actor.kind,
    causationId: envelope.causationId,
    correlationId: envelope.correlationId,
    eventId: envelope.id,
    eventType: envelope.type,
    hashVersion,
    occurredAt: envelope.occurredAt,
    organization: envelope.organization,
    payloadHash: payload.toString('hex'),
    position: envelope.position,
    recordedAt: envelope.recordedAt,
    schemaVersion: envelope.schemaVersion,
    streamId: envelope.streamId,
    streamType: envelope.streamType,
    streamVersion: envelope.version,
    via: envelope.via,
  });

/** SHA-256(0x00 || JCS(envelope)). */
export const leafHash = (envelope: Envelope, payload: Buffer): Buffer =>
  sha256(tag(0), envelopeText(envelope, payload));

/** SHA-256(0x01 || previous hash || leaf). */
export const linkHash = (previous: Buffer, leaf: Buffer): Buffer => sha256(tag(1), previous, leaf);

/** SHA-256(0x02 || JCS({ epoch, hashVersion, organization })): before the first event. */
export const genesisHash = (organization: string, epoch: number): Buffer =>
  sha256(tag(2), canonicalText({ epoch, hashVersion, organization }));

/** SHA-256 of a request's canonical text, for idempotency keys. */
export const requestHash = (request: unknown): Buffer => sha256(canonicalText(request));
