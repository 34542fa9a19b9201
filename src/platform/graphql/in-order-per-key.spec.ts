import { describe, expect, it } from '@jest/globals';
import { inOrderPerKey } from './in-order-per-key.js';

const keyOf = (item: string): string => item.charAt(0);

describe('inOrderPerKey', () => {
  it('keeps the order within a key, and answers in the order of the items', async () => {
    const seen: string[] = [];
    const answers = await inOrderPerKey(['b1', 'a1', 'b2', 'a2'], keyOf, 2, async (item) => {
      await Promise.resolve();
      seen.push(item);
      return item.toUpperCase();
    });
    expect(answers).toEqual(['B1', 'A1', 'B2', 'A2']);
    expect(seen.filter((item) => item.startsWith('a'))).toEqual(['a1', 'a2']);
    expect(seen.filter((item) => item.startsWith('b'))).toEqual(['b1', 'b2']);
  });

  it('works on no more keys at once than it may, and never twice on one', async () => {
    const under = new Set<string>();
    let most = 0;
    const items = Array.from({ length: 30 }, (_, nth) => `${'abcdef'.charAt(nth % 6)}${nth}`);
    await inOrderPerKey(items, keyOf, 3, async (item) => {
      expect(under.has(keyOf(item))).toBe(false);
      under.add(keyOf(item));
      most = Math.max(most, under.size);
      await new Promise(setImmediate);
      under.delete(keyOf(item));
    });
    expect(most).toBe(3);
  });

  it('has nothing to do without items', async () => {
    expect(await inOrderPerKey([], keyOf, 3, () => Promise.resolve(1))).toEqual([]);
  });
});
