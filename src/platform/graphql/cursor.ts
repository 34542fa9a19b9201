import { badUserInput } from './errors.js';
import { openBytes, sealBytes } from './sealed-bytes.js';

/** A place in the feed of an organization's ledger. */
export type FeedCursor = {
  /** UUID */
  readonly organization: string;
  readonly epoch: number;
  readonly position: number;
};

const version = 1;
const width = 1 + 16 + 4 + 8;

/** version (1 byte), organization (16), epoch (4), position (8), big-endian. */
export const encodeFeedCursor = ({ organization, epoch, position }: FeedCursor): string => {
  const bytes = Buffer.alloc(width);
  bytes.writeUInt8(version, 0);
  bytes.write(organization.replaceAll('-', ''), 1, 'hex');
  bytes.writeUInt32BE(epoch, 17);
  bytes.writeBigUInt64BE(BigInt(position), 21);
  return sealBytes(bytes);
};

/** Throws BAD_USER_INPUT for anything but a cursor of this organization. */
export const decodeFeedCursor = (
  text: string,
  organization: string,
  path: readonly string[] = ['after'],
): FeedCursor => {
  const bytes = openBytes(text);
  if (bytes?.length !== width || bytes[0] !== version) throw notACursor(path);
  const position = Number(bytes.readBigUInt64BE(21));
  const isOurs = bytes.toString('hex', 1, 17) === organization.replaceAll('-', '').toLowerCase();
  if (!isOurs || !Number.isSafeInteger(position)) throw notACursor(path);
  return { organization, epoch: bytes.readUInt32BE(17), position };
};

type Shape = readonly ('string' | 'number')[];
type KeyOf<S extends Shape> = {
  -readonly [I in keyof S]: S[I] extends 'string' ? string : number;
};

/** The sort key of a row in a list of this kind, as the list's cursor. */
export const encodePageCursor = (kind: string, values: readonly (string | number)[]): string =>
  sealBytes(Buffer.from(JSON.stringify([version, kind, ...values])));

/** The sort key in a cursor of this kind; throws BAD_USER_INPUT for any other text. */
export const decodePageCursor = <const S extends Shape>(
  kind: string,
  text: string,
  path: readonly string[],
  shape: S,
): KeyOf<S> => {
  const [foundVersion, foundKind, ...values] = listIn(openBytes(text));
  const isOurs = foundVersion === version && foundKind === kind && values.length === shape.length;
  if (!isOurs || !values.every((value, at) => fits(value, shape[at]))) throw notACursor(path);
  return values as KeyOf<S>;
};

const fits = (value: unknown, wanted: Shape[number] | undefined): boolean =>
  typeof value === 'string'
    ? wanted === 'string' && value.isWellFormed() && !value.includes('\0')
    : wanted === 'number' && typeof value === 'number';

const listIn = (bytes: Buffer | undefined): unknown[] => {
  try {
    const parsed: unknown = JSON.parse(bytes?.toString() ?? 'null');
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
};

const notACursor = (path: readonly string[]) =>
  badUserInput([{ path, message: 'must be a cursor that this list or stream gave you' }]);
