import type { Envelope } from '../kernel/event.js';
import { canonicalText } from './canonical.js';
import type { ChainEnd, ChainEntry, ChainStart } from './chain.js';

/** The first line of an export. */
export type ExportHeader = ChainStart & { readonly bridgelog: 'export'; readonly format: 1 };

/**
 * A line of an export, one JSON document: the header, then each entry in order of position
 * (`{ event, salt, payload, payloadHash, hash }` or `{ position, leaf }`), then `{ end }`.
 * Hashes are hexadecimal, the salt is base64.
 */
export const headerLine = ({ organization, genesisEpoch }: ChainStart): string =>
  JSON.stringify({
    bridgelog: 'export',
    format: 1,
    organization,
    genesisEpoch,
  } satisfies ExportHeader);

export const entryLine = (entry: ChainEntry): string =>
  JSON.stringify(
    'leaf' in entry
      ? { position: entry.position, leaf: entry.leaf.toString('hex') }
      : {
          event: entry.envelope,
          salt: entry.salt?.toString('base64') ?? null,
          payload: entry.payload === null ? null : (JSON.parse(entry.payload) as unknown),
          payloadHash: entry.payloadHash.toString('hex'),
          hash: entry.hash.toString('hex'),
        },
  );

export const endLine = (end: ChainEnd): string =>
  JSON.stringify({ end: { position: end.position, hash: end.hash.toString('hex') } });

export type ParsedLine = { start: ChainStart } | { entry: ChainEntry } | { end: ChainEnd };

/**
 * Reads a line of an export. Throws when it is none, or is not written as `headerLine`,
 * `entryLine` and `endLine` write: what the hashes do not cover must not be there, and no two
 * readers may understand a line differently.
 */
export const parseLine = (text: string): ParsedLine => {
  const line: unknown = JSON.parse(text);
  if (JSON.stringify(line) !== text) throw new NotALine('it is not compact JSON');
  const fields = fieldsOf(line);
  if ('end' in fields) return { end: parseEnd(fields) };
  if ('event' in fields) return { entry: parseEvent(fields) };
  if ('leaf' in fields) return { entry: parseLeaf(fields) };
  return { start: parseHeader(fields) };
};

class NotALine extends TypeError {
  constructor(why: string) {
    super(`this is not a line of a Bridgelog export of format 1: ${why}`);
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** The fields of an object that has exactly those that are named, if any are. */
const fieldsOf = (value: unknown, ...names: readonly string[]): Fields => {
  if (typeof value !== 'object' || value === null) throw new NotALine('an object is missing');
  const found = Object.keys(value).sort().join(', ');
  const wanted = [...names].sort().join(', ');
  if (names.length > 0 && found !== wanted) throw new NotALine(`${found} instead of ${wanted}`);
  return value as Fields;
};

const parseHeader = (line: Fields): ChainStart => {
  fieldsOf(line, 'bridgelog', 'format', 'organization', 'genesisEpoch');
  const { bridgelog, format, organization, genesisEpoch } = line as ExportHeader;
  if ((bridgelog as string) !== 'export' || (format as number) !== 1) {
    throw new NotALine('another format');
  }
  return { organization, genesisEpoch };
};

const parseEnd = (line: Fields): ChainEnd => {
  const end = fieldsOf(fieldsOf(line, 'end')['end'], 'position', 'hash');
  return { position: end['position'] as number, hash: parseHash(end['hash']) };
};

const parseLeaf = (line: Fields): ChainEntry => {
  const { position, leaf } = fieldsOf(line, 'position', 'leaf');
  return { position: position as number, leaf: parseHash(leaf) };
};

const envelopeFields: Readonly<Record<keyof Envelope, true>> = {
  id: true,
  type: true,
  schemaVersion: true,
  organization: true,
  streamType: true,
  streamId: true,
  version: true,
  position: true,
  occurredAt: true,
  recordedAt: true,
  actor: true,
  via: true,
  correlationId: true,
  causationId: true,
};

/** Types are not looked at here: the hash covers every field with its type. */
const parseEvent = (line: Fields): ChainEntry => {
  const { event, salt, payload, payloadHash, hash } = fieldsOf(
    line,
    ...['event', 'salt', 'payload', 'payloadHash', 'hash'],
  );
  const envelope = fieldsOf(event, ...Object.keys(envelopeFields));
  fieldsOf(envelope['actor'], 'kind', 'id');
  return {
    envelope: envelope as unknown as Envelope,
    payloadHash: parseHash(payloadHash),
    salt: salt === null ? null : parseSalt(salt),
    payload: payload === null ? null : canonicalText(payload),
    hash: parseHash(hash),
  };
};

const parseHash = (value: unknown): Buffer => {
  if (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)) return Buffer.from(value, 'hex');
  throw new NotALine('a hash is not one');
};

const parseSalt = (value: unknown): Buffer => {
  const salt = Buffer.from(typeof value === 'string' ? value : '', 'base64');
  if (salt.length === 16 && salt.toString('base64') === value) return salt;
  throw new NotALine('a salt is not one');
};
