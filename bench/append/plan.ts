import type { Cell } from './store.js';
import { storeNames, stores, type StoreName } from './stores.js';

const stateSizes = [300, 2_000, 8_000];
const callers = [1, 8, 32, 128, 1_024];

/** Every cell of the table, in its order. */
export const cells: readonly Cell[] = [
  ...stateSizes.flatMap((stateSize) =>
    callers.map((callers) => ({ workload: 'streams' as const, callers, stateSize })),
  ),
  { workload: 'organizations', callers: 500, stateSize: 300 },
  { workload: 'incident', callers: 256, stateSize: 300 },
  { workload: 'limit', callers: 2, stateSize: 0 },
];

/** What each store does once, unmeasured, before the first round. */
export const warmUp: Cell = { workload: 'streams', callers: 32, stateSize: 300 };

export type Step = { readonly cell: Cell; readonly store: StoreName };

/** The cells of a round, the stores one after the other, in turned order every other round. */
export const stepsOf = (round: number): Step[] => {
  const order = round % 2 === 0 ? storeNames : storeNames.toReversed();
  return cells.flatMap((cell) =>
    order.filter((name) => stores[name].takesPart(cell)).map((store) => ({ cell, store })),
  );
};
