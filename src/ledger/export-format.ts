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
export const headerLine = (start: ChainStart): string =>
  JSON.stringify({ bridgelog: 'export', format: 1, ...start } satisfies ExportHeader);

export const entryLine = (entry: ChainEntry): string =>
  JSON.stringify(
    'leaf' in entry
      ? { position: entry.position, leaf: entry.leaf.toString('hex') }
      : {
          event: entry.envelope,
          salt: entry.salt?.toString('base64') ?? null,
          payload: entry.payload === null ? null : (JSON.parse(entry.payload) as unknown),
          payloadHash: entry.payloadHash.toString('hex'),
          hash: entry.hash?.toString('hex') ?? null,
        },
  );

export const endLine = (end: ChainEnd): string =>
  JSON.stringify({ end: { position: end.position, hash: end.hash.toString('hex') } });

type Line = {
  bridgelog?: 'export';
  format?: number;
  organization?: string;
  genesisEpoch?: number;
  position?: number;
  leaf?: string;
  event?: Envelope;
  salt?: string | null;
  payload?: unknown;
  payloadHash?: string;
  hash?: string | null;
  end?: { position: number; hash: string };
};

export type ParsedLine = { start: ChainStart } | { entry: ChainEntry } | { end: ChainEnd };

const hex = (text: string): Buffer => Buffer.from(text, 'hex');

/** Reads a line of an export. Throws when it is none. */
export const parseLine = (text: string): ParsedLine => {
  const line = JSON.parse(text) as Line;
  if (line.end) return { end: { position: line.end.position, hash: hex(line.end.hash) } };
  if (line.event) return { entry: eventEntry(line, line.event) };
  if (line.leaf !== undefined && line.position !== undefined) {
    return { entry: { position: line.position, leaf: hex(line.leaf) } };
  }
  return { start: header(line) };
};

const header = ({ bridgelog, format, organization, genesisEpoch }: Line): ChainStart => {
  if (bridgelog !== 'export' || format !== 1 || organization === undefined) {
    throw new TypeError('this is not a line of a Bridgelog export of format 1');
  }
  return { organization, genesisEpoch: genesisEpoch ?? 1 };
};

const eventEntry = (line: Line, envelope: Envelope): ChainEntry => ({
  envelope,
  payloadHash: hex(line.payloadHash ?? ''),
  salt: line.salt == null ? null : Buffer.from(line.salt, 'base64'),
  payload: line.payload == null ? null : canonicalText(line.payload),
  hash: line.hash == null ? null : hex(line.hash),
});
