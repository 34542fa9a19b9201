/**
 * Works on all items, those with the same key one after the other in their order, and on at
 * most `atOnce` keys at the same time. Answers in the order of the items; fails with the first
 * failure.
 */
export const inOrderPerKey = async <T, R>(
  items: readonly T[],
  keyOf: (item: T) => string,
  atOnce: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> => {
  const results: R[] = [];
  const lanes = [...Map.groupBy(items.keys(), (index) => keyOf(items[index] as T)).values()];
  const worker = async (): Promise<void> => {
    for (let lane = lanes.shift(); lane; lane = lanes.shift()) {
      for (const index of lane) results[index] = await work(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, lanes.length) }, worker));
  return results;
};
