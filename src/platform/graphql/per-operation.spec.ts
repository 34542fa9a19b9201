import { describe, expect, it } from '@jest/globals';
import type { OperationContext } from './context.js';
import { listLoader, perOperation } from './per-operation.js';

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
