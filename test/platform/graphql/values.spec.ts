import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { bearerSecret, initSecret } from '../../../src/platform/access/bearer.js';
import { mappedStream } from '../../../src/platform/graphql/mapped-stream.js';
import { connectionFrom, pageOf } from '../../../src/platform/graphql/page.js';
import {
  Cursor,
  DateTime,
  Duration,
  Position,
  SafeInt,
} from '../../../src/platform/graphql/scalars.js';
import { isKey, isLine, isProse, isTypeId } from '../../../src/platform/graphql/text.js';
import { realTimers } from '../../../src/platform/graphql/timers.js';

describe('given text', () => {
  it.each([
    ['fine', true, true],
    ['𝒻𝒾𝓃ℯ', true, true],
    ['five!', false, false],
    ['', false, false],
    ['\u3000 ', false, false],
    ['\u200b\u200d', false, false],
    ['a\nb', false, true],
    ['a\tb', false, true],
    ['\n\t', false, false],
    ['a\rb', false, false],
    ['a\u0000', false, false],
    ['a\u0085', false, false],
    ['a\u2028b', false, true],
    ['a\ud800', false, false],
    ['\udc00a', false, false],
    [4, false, false],
    [undefined, false, false],
  ])('then %j is a line of 4: %s, prose of 4: %s', (text, line, prose) => {
    expect(isLine(text, 4)).toBe(line);
    expect(isProse(text, 4)).toBe(prose);
  });

  it.each([
    ['not_01h455vb4pex5vsknk084sn02q', true],
    ['not_81h455vb4pex5vsknk084sn02q', false],
    ['not_01h455vb4pex5vsknk084sn02', false],
    ['not_01H455VB4PEX5VSKNK084SN02Q', false],
    ['not_01h455vb4pex5vsknk084sn02l', false],
    ['inc_01h455vb4pex5vsknk084sn02q', false],
    ['not-01h455vb4pex5vsknk084sn02q', false],
    [1, false],
  ])('then %j is an id of a note: %s', (id, is) => expect(isTypeId(id, 'not')).toBe(is));

  it.each([
    ['a key: 1~', true],
    ['', false],
    ['x'.repeat(201), false],
    ['a\tb', false],
    ['ключ', false],
    [7, false],
  ])('then %j is a key: %s', (key, is) => expect(isKey(key)).toBe(is));
});

describe('given scalars', () => {
  it.each([
    [DateTime, '2019-07-02T15:42:00.1+02:00', '2019-07-02T13:42:00.100000Z'],
    [Duration, 'PT15M', 'PT15M'],
    [Duration, 'P3W', 'P3W'],
    [Duration, 'P1DT0.5S', 'P1DT0.5S'],
    [Position, 0, 0],
    [Position, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    [SafeInt, -5, -5],
    [Cursor, 'abc', 'abc'],
  ])('then %s takes %j as %j', (scalar, given, taken) => {
    expect(scalar.parseValue(given)).toBe(taken);
    expect(scalar.serialize(taken)).toBe(taken);
  });

  it.each([
    [DateTime, '2019-07-02T15:42:00'],
    [DateTime, '2019-02-30T00:00:00Z'],
    [DateTime, 0],
    [Duration, 'P'],
    [Duration, 'PT'],
    [Duration, 'P1DT'],
    [Duration, 'P1W2D'],
    [Duration, '15 min'],
    [Position, -1],
    [Position, 1.5],
    [Position, 2 ** 53],
    [Position, '1'],
    [SafeInt, 2 ** 60],
    [Cursor, ''],
    [Cursor, 'x'.repeat(2001)],
  ])('then %s refuses %j', (scalar, given) => {
    expect(() => scalar.parseValue(given)).toThrow(scalar.name);
  });
});

describe('given rows of a page', () => {
  const rows = ['a', 'b', 'c'];
  const cursorOf = (row: string) => `at ${row}`;

  it('then the one too many tells that there are more, forward', () => {
    expect(connectionFrom(rows, pageOf({ first: 2 }), cursorOf)).toEqual({
      edges: [
        { node: 'a', cursor: 'at a' },
        { node: 'b', cursor: 'at b' },
      ],
      nodes: ['a', 'b'],
      pageInfo: {
        hasNextPage: true,
        hasPreviousPage: false,
        startCursor: 'at a',
        endCursor: 'at b',
      },
    });
  });

  it('then rows from the end are turned around, backward', () => {
    const page = pageOf({ last: 2, before: 'x' });
    expect(page).toEqual({ limit: 2, backward: true, cursor: 'x', cursorPath: ['before'] });
    const { nodes, pageInfo } = connectionFrom(rows, page, cursorOf);
    expect(nodes).toEqual(['b', 'a']);
    expect(pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  });

  it('then nulls are as good as absent, and a page may be empty', () => {
    const page = pageOf({ first: null, after: null, last: null, before: null });
    expect(page).toMatchObject({ limit: 25, backward: false, cursor: undefined });
    expect(connectionFrom([], page, cursorOf).pageInfo.endCursor).toBeNull();
    expect(connectionFrom(['a'], pageOf({ first: 0 }), cursorOf)).toMatchObject({
      nodes: [],
      pageInfo: { hasNextPage: true },
    });
  });

  it('then before alone walks backward', () => {
    expect(pageOf({ before: 'x' })).toMatchObject({ limit: 25, backward: true });
  });
});

describe('given a secret', () => {
  it('then it is read from a bearer header alone', () => {
    expect(bearerSecret('Bearer abc')).toBe('abc');
    expect(bearerSecret('bearer  abc ')).toBe('abc');
    for (const header of ['abc', 'Basic abc', 'Bearer ', 'Bearer a b', 'Bearer é', undefined, 1]) {
      expect(bearerSecret(header)).toBeUndefined();
    }
  });

  it('then it is read from connection_init in both forms', () => {
    expect(initSecret({ authorization: 'Bearer abc' })).toBe('abc');
    expect(initSecret({ Authorization: 'Bearer abc' })).toBe('abc');
    expect(initSecret({ token: 'abc' })).toBe('abc');
    for (const payload of [undefined, {}, { token: 1 }, { token: '' }, { authorization: 'abc' }]) {
      expect(initSecret(payload)).toBeUndefined();
    }
  });
});

describe('given a timer', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('then one for a longer time than Node’s timers take does not fire at once', () => {
    jest.useFakeTimers();
    const run = jest.fn();
    realTimers.after(2 ** 31 + 5_000, run);
    jest.advanceTimersByTime(2 ** 31 + 4_999);
    expect(run).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('then it can be cancelled in any of its legs', () => {
    jest.useFakeTimers();
    const run = jest.fn();
    const cancel = realTimers.after(2 ** 31 + 5_000, run);
    jest.advanceTimersByTime(2 ** 31);
    cancel();
    jest.advanceTimersByTime(2 ** 31);
    expect(run).not.toHaveBeenCalled();
  });
});

describe('given a stream that waits for its next item', () => {
  it('then leaving it ends the source at once', async () => {
    const calls: string[] = [];
    const waiting = new Promise<never>(() => undefined);
    const source = {
      next: () => waiting,
      return: () => {
        calls.push('source');
        return Promise.resolve({ done: true as const, value: undefined });
      },
      [Symbol.asyncIterator]: () => source,
    };
    const stream = mappedStream(
      source,
      (item) => Promise.resolve(item),
      () => {
        calls.push('end');
        return Promise.resolve();
      },
    );
    void stream.next();
    await stream.return();
    expect(await stream.next()).toEqual({ done: true, value: undefined });
    await stream.return();
    expect(calls).toEqual(['end', 'source']);
  });

  it('then an error of the source ends it', async () => {
    let ends = 0;
    // eslint-disable-next-line require-yield
    const source = (async function* (): AsyncGenerator<number> {
      await Promise.resolve();
      throw new Error('broken');
    })();
    const stream = mappedStream(
      source,
      (item) => Promise.resolve(item),
      () => {
        ends += 1;
        return Promise.resolve();
      },
    );
    await expect(stream.next()).rejects.toThrow('broken');
    expect(await stream.next()).toEqual({ done: true, value: undefined });
    expect(ends).toBe(1);
  });
});
