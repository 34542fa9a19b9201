import DataLoader from 'dataloader';
import type { OperationContext } from './context.js';

/** Something that each operation has one of, made when it is first asked for. */
export const perOperation = <T>(
  make: (context: OperationContext) => T,
): ((context: OperationContext) => T) => {
  const made = new WeakMap<OperationContext, T>();
  return (context) => {
    const known = made.get(context);
    if (known !== undefined) return known;
    const one = make(context);
    made.set(context, one);
    return one;
  };
};

/**
 * Loads the row of each key, null if there is none: one read for all keys that are asked for
 * together. Nothing is kept unless `cache` says so: a later mutation of the operation may change it.
 */
export const rowLoader = <R>(
  read: (keys: readonly string[]) => Promise<readonly R[]>,
  keyOf: (row: R) => string,
  { cache }: { readonly cache: boolean } = { cache: false },
): DataLoader<string, R | null> =>
  new DataLoader(
    async (keys) => {
      const rows = new Map((await read(keys)).map((row) => [keyOf(row), row]));
      return keys.map((key) => rows.get(key) ?? null);
    },
    { cache },
  );

/**
 * Loads the rows of each key, in the order in which they were read: one read for all keys that
 * are asked for together. Nothing is kept: a later mutation of the operation may change it.
 */
export const listLoader = <R>(
  read: (keys: readonly string[]) => Promise<readonly R[]>,
  keyOf: (row: R) => string,
): DataLoader<string, readonly R[]> =>
  new DataLoader(
    async (keys) => {
      const rows = Map.groupBy(await read(keys), keyOf);
      return keys.map((key) => rows.get(key) ?? []);
    },
    { cache: false },
  );
