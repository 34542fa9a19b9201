import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor, Envelope } from '../../src/kernel/event.js';
import {
  canonicalText,
  genesisHash,
  leafHash,
  linkHash,
  payloadHash,
} from '../../src/ledger/canonical.js';
import { TestDatabase } from '../support/database.js';

type HashedEnvelope = Record<
  | 'actorId'
  | 'eventId'
  | 'eventType'
  | 'occurredAt'
  | 'organization'
  | 'recordedAt'
  | 'streamId'
  | 'streamType',
  string
> & {
  actorKind: Actor['kind'];
  causationId: string | null;
  correlationId: string | null;
  via: string | null;
} & Record<'position' | 'schemaVersion' | 'streamVersion', number>;

type Vectors = {
  organization: string;
  epoch: number;
  genesis: string;
  events: {
    envelope: HashedEnvelope;
    salt: string;
    payload: unknown;
    canonicalPayload: string;
    payloadHash: string;
    leaf: string;
    hash: string;
  }[];
};

const folder = join(import.meta.dirname, '..', 'vectors');
const vectors = JSON.parse(readFileSync(join(folder, 'ledger-v1.json'), 'utf8')) as Vectors;

const envelopeOf = (hashed: HashedEnvelope): Envelope => ({
  ...hashed,
  id: hashed.eventId,
  type: hashed.eventType,
  version: hashed.streamVersion,
  actor: { kind: hashed.actorKind, id: hashed.actorId },
});

describe('the test vectors, in TypeScript', () => {
  it('genesis', () => {
    expect(genesisHash(vectors.organization, vectors.epoch).toString('hex')).toBe(vectors.genesis);
  });

  it.each(vectors.events)('event $envelope.position', (event) => {
    const salt = Buffer.from(event.salt, 'hex');
    const hashOfPayload = payloadHash(salt, canonicalText(event.payload));
    const before = vectors.events[event.envelope.position - 2]?.hash ?? vectors.genesis;
    const leaf = leafHash(envelopeOf(event.envelope), hashOfPayload);
    expect(canonicalText(event.payload)).toBe(event.canonicalPayload);
    expect(hashOfPayload.toString('hex')).toBe(event.payloadHash);
    expect(leaf.toString('hex')).toBe(event.leaf);
    expect(linkHash(Buffer.from(before, 'hex'), leaf).toString('hex')).toBe(event.hash);
  });
});

describe('the test vectors, in SQL', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await TestDatabase.create();
  });
  afterAll(() => database.drop());

  it('genesis', async () => {
    const { rows } = await database.owner.query<{ hash: string }>(
      `select encode(bridgelog.genesis($1, $2), 'hex') as hash`,
      [vectors.organization, vectors.epoch],
    );
    expect(rows[0]?.hash).toBe(vectors.genesis);
  });

  it.each(vectors.events)('event $envelope.position', async (event) => {
    const { envelope: e } = event;
    const before = vectors.events[e.position - 2]?.hash ?? vectors.genesis;
    const { rows } = await database.owner.query(
      `with row as (select row($1::uuid, $2::bigint, $3::timestamptz, $4::timestamptz, $5::integer, 1,
          $6::smallint, $7, $8, $9, $10, $11, $12, $13, $14, $15, decode($16, 'hex'),
          sha256(decode($16, 'hex') || convert_to($17, 'UTF8')), null, $17)::bridgelog.events as event)
       select encode((event).payload_hash, 'hex') as "payloadHash",
          encode(bridgelog.leaf(event), 'hex') as leaf,
          encode(bridgelog.link(decode($18, 'hex'), bridgelog.leaf(event)), 'hex') as hash
        from row`,
      [
        e.organization,
        e.position,
        e.recordedAt,
        e.occurredAt,
        e.streamVersion,
        e.schemaVersion,
        e.actorKind,
        e.streamType,
        e.streamId,
        e.eventId,
        e.eventType,
        e.actorId,
        e.via,
        e.correlationId,
        e.causationId,
        event.salt,
        event.canonicalPayload,
        before,
      ],
    );
    const { payloadHash: hashOfPayload, leaf, hash } = event;
    expect(rows[0]).toEqual({ payloadHash: hashOfPayload, leaf, hash });
  });
});

describe('the test vectors, in Python', () => {
  it('are what their definition gives', () => {
    const run = spawnSync('python3', [join(folder, 'ledger-v1.py'), '--check']);
    if (run.error)
      console.log('vectors: python3 is missing, so only TypeScript and SQL were asked');
    else expect(run.status).toBe(0);
  });
});
