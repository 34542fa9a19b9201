import { beforeEach, describe, expect, it } from '@jest/globals';
import type { OperationContext } from './context.js';
import { listLoader, perOperation, rowLoader } from './per-operation.js';

const operation = () => ({}) as OperationContext;

describe('what each operation has one of', () => {
  it('is made once, when it is first asked for', () => {
    let made = 0;
    const ofOperation = perOperation(() => ({ nth: (made += 1) }));
    const [one, other] = [operation(), operation()];
    expect([ofOperation(one), ofOperation(one), ofOperation(other)]).toEqual([
      { nth: 1 },
      { nth: 1 },
      { nth: 2 },
    ]);
  });
});

describe('a loader of lists', () => {
  const read: (readonly string[])[] = [];
  const rows = ['b 1', 'a 1', 'b 2'];
  const loader = listLoader(
    (keys) => {
      read.push(keys);
      return Promise.resolve(rows.filter((row) => keys.includes(row.charAt(0))));
    },
    (row) => row.charAt(0),
  );

  it('reads once for all keys that are asked for together, each with its rows in order', async () => {
    const found = await Promise.all(['a', 'b', 'c'].map((key) => loader.load(key)));
    expect(found).toEqual([['a 1'], ['b 1', 'b 2'], []]);
    expect(read).toEqual([['a', 'b', 'c']]);
  });

  it('keeps nothing', async () => {
    rows.push('a 2');
    expect(await loader.load('a')).toEqual(['a 1', 'a 2']);
  });
});

describe('a loader of rows', () => {
  const read: (readonly string[])[] = [];
  const rows = [{ id: 'a', nth: 1 }];
  const loading = (cache?: boolean) =>
    rowLoader(
      (keys) => {
        read.push(keys);
        return Promise.resolve(rows.filter(({ id }) => keys.includes(id)));
      },
      ({ id }) => id,
      cache === undefined ? undefined : { cache },
    );
  beforeEach(() => void read.splice(0));

  it('reads once for all keys that are asked for together, null for what is not there', async () => {
    const loader = loading();
    expect(await Promise.all(['b', 'a'].map((key) => loader.load(key)))).toEqual([null, rows[0]]);
    expect(read).toEqual([['b', 'a']]);
  });

  it('keeps nothing unless told to', async () => {
    const [fresh, keeping] = [loading(), loading(true)];
    for (const loader of [fresh, fresh, keeping, keeping]) await loader.load('a');
    expect(read).toEqual([['a'], ['a'], ['a']]);
  });
});
