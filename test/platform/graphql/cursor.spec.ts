import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  decodeFeedCursor,
  decodePageCursor,
  encodeFeedCursor,
  encodePageCursor,
} from '../../../src/platform/graphql/cursor.js';
import { sealBytes } from '../../../src/platform/graphql/sealed-bytes.js';

const refused = (path: readonly string[]) =>
  expect.objectContaining({
    extensions: expect.objectContaining({
      code: 'BAD_USER_INPUT',
      fields: [{ path, message: expect.any(String) }],
    }),
  });

const feedCursor = fc.record({
  organization: fc.uuid(),
  epoch: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  position: fc.maxSafeNat(),
});
const other = '018f3b3a-0000-7000-8000-00000000000f';
const corrupted = (text: string, at: number, change: number): string => {
  const bytes = Buffer.from(text, 'base64url');
  const place = at % bytes.length;
  bytes.writeUInt8(bytes.readUInt8(place) ^ change, place);
  return bytes.toString('base64url');
};
const corruption = [fc.nat(), fc.integer({ min: 1, max: 255 })] as const;

describe('given a feed cursor', () => {
  it('then it decodes to what was encoded', () => {
    fc.assert(
      fc.property(feedCursor, (cursor) => {
        const text = encodeFeedCursor(cursor);
        expect(text).toMatch(/^[\w-]{44}$/);
        expect(decodeFeedCursor(text, cursor.organization)).toEqual(cursor);
      }),
    );
  });

  it('then any single byte that is wrong is found', () => {
    fc.assert(
      fc.property(feedCursor, ...corruption, (cursor, at, change) => {
        const text = corrupted(encodeFeedCursor(cursor), at, change);
        expect(() => decodeFeedCursor(text, cursor.organization)).toThrow();
      }),
      { numRuns: 1000 },
    );
  });

  it('then any single character that is wrong, missing or added is found', () => {
    fc.assert(
      fc.property(
        feedCursor,
        fc.nat({ max: 43 }),
        fc.string({ maxLength: 2 }),
        (cursor, at, by) => {
          const text = encodeFeedCursor(cursor);
          const changed = text.slice(0, at) + by + text.slice(at + 1);
          fc.pre(changed !== text);
          expect(() => decodeFeedCursor(changed, cursor.organization)).toThrow();
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('then another organization, another version and no cursor at all are refused by name', () => {
    const mine = encodeFeedCursor({ organization: other, epoch: 1, position: 2 });
    const organization = '018f3b3a-0000-7000-8000-000000000001';
    const version2 = sealBytes(Buffer.concat([Buffer.from([2]), Buffer.alloc(28)]));
    const huge = Buffer.alloc(29, 0xff);
    huge.writeUInt8(1, 0);
    huge.write(organization.replaceAll('-', ''), 1, 'hex');
    for (const text of [mine, version2, sealBytes(huge), '', 'x', `${mine}=`, ` ${mine}`]) {
      expect(() => decodeFeedCursor(text, organization, ['input', 'after'])).toThrow(
        refused(['input', 'after']),
      );
    }
  });
});

describe('given a page cursor', () => {
  const key = fc.tuple(
    fc.string({ unit: 'grapheme' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  const shape = ['string', 'number'] as const;

  it('then it decodes to what was encoded', () => {
    fc.assert(
      fc.property(key, ([name, value]) => {
        fc.pre(!name.includes('\0') && !Object.is(value, -0));
        const text = encodePageCursor('notes', [name, value]);
        expect(decodePageCursor('notes', text, ['after'], shape)).toEqual([name, value]);
      }),
    );
  });

  it('then any single byte that is wrong is found', () => {
    fc.assert(
      fc.property(key, ...corruption, (values, at, change) => {
        const text = corrupted(encodePageCursor('notes', values), at, change);
        expect(() => decodePageCursor('notes', text, ['after'], shape)).toThrow();
      }),
    );
  });

  it('then another kind, another shape and what is no cursor are refused by name', () => {
    const feed = encodeFeedCursor({ organization: other, epoch: 1, position: 2 });
    const wrong = [
      encodePageCursor('incidents', ['a', 1]),
      encodePageCursor('notes', ['a']),
      encodePageCursor('notes', ['a', 'b']),
      encodePageCursor('notes', ['a', 1, 2]),
      encodePageCursor('notes', ['\0', 1]),
      sealBytes(Buffer.from('[1,"notes","a",null]')),
      sealBytes(Buffer.from('{')),
      feed,
      'x',
    ];
    for (const text of wrong) {
      expect(() => decodePageCursor('notes', text, ['before'], shape)).toThrow(refused(['before']));
    }
  });
});
