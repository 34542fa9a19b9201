/**
 * Works on all items, at most `atOnce` at the same time; on one that has a key after all earlier
 * ones that have it too, and on one without keys by itself, between those before and after it.
 * Answers in the order of the items; fails with the first failure.
 */
export const inOrderPerKey = <T, R>(
  items: readonly T[],
  keysOf: (item: T) => readonly string[],
  atOnce: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> => {
  const inTurn = turns(atOnce);
  const lastOf = new Map<string, Promise<unknown>>();
  let lastAlone: Promise<unknown> = Promise.resolve();
  const results = items.map((item) => {
    const keys = keysOf(item);
    const isAlone = keys.length === 0;
    const before = isAlone ? [...lastOf.values()] : keys.map((key) => lastOf.get(key));
    const result = Promise.all([lastAlone, ...before]).then(() => inTurn(() => work(item)));
    for (const key of keys) lastOf.set(key, result);
    if (isAlone) {
      lastOf.clear();
      lastAlone = result;
    }
    return result;
  });
  return Promise.all(results);
};

/** Lets so many work at the same time; whoever came first, goes first. */
const turns = (atOnce: number) => {
  let free = atOnce;
  const waiting: (() => void)[] = [];
  return async <R>(work: () => Promise<R>): Promise<R> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
};
