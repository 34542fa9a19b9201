import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inOrderPerKey } from './in-order-per-key.js';

const keyOf = (item: string): string => item.charAt(0);
const keysOf = (item: string): readonly string[] => [keyOf(item)];

describe('inOrderPerKey', () => {
  it('keeps the order within a key, and answers in the order of the items', async () => {
    const seen: string[] = [];
    const answers = await inOrderPerKey(['b1', 'a1', 'b2', 'a2'], keysOf, 2, async (item) => {
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
    await inOrderPerKey(items, keysOf, 3, async (item) => {
      expect(under.has(keyOf(item))).toBe(false);
      under.add(keyOf(item));
      most = Math.max(most, under.size);
      await new Promise(setImmediate);
      under.delete(keyOf(item));
    });
    expect(most).toBe(3);
  });

  it('never works on two with a common key, or on one without keys and any other, out of order', async () => {
    const item = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(item),
        fc.integer({ min: 1, max: 4 }),
        fc.scheduler(),
        async (keys, atOnce, s) => {
          const items = keys.map((of, nth) => ({ of, nth }));
          const done: typeof items = [];
          const precedes = (one: (typeof items)[number], other: (typeof items)[number]) =>
            one.nth < other.nth &&
            (one.of.length === 0 ||
              other.of.length === 0 ||
              one.of.some((key) => other.of.includes(key)));
          const all = inOrderPerKey(
            items,
            ({ of }) => of,
            atOnce,
            async (one) => {
              expect(
                items.filter((other) => precedes(other, one) && !done.includes(other)),
              ).toEqual([]);
              await s.schedule(Promise.resolve());
              done.push(one);
              return one.nth;
            },
          );
          await s.waitFor(all);
          expect(await all).toEqual(items.map(({ nth }) => nth));
        },
      ),
    );
  });

  it('has nothing to do without items', async () => {
    expect(await inOrderPerKey([], keysOf, 3, () => Promise.resolve(1))).toEqual([]);
  });
});
