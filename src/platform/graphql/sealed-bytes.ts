import { crc32 } from 'node:zlib';

/**
 * Bytes as base64url text with a check sum, so that a cursor that was cut or mistyped is refused
 * rather than read as another place. It is no signature: what a cursor opens is checked elsewhere.
 */
export const sealBytes = (body: Buffer): string => {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([body, sum]).toString('base64url');
};

/** The bytes in such text; undefined if it is not exactly what `sealBytes` made. */
export const openBytes = (text: string): Buffer | undefined => {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length < 4 || bytes.toString('base64url') !== text) return undefined;
  const body = bytes.subarray(0, -4);
  return crc32(body) === bytes.readUInt32BE(body.length) ? body : undefined;
};
