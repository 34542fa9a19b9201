import type { Cell } from './store.js';

type Entry = {
  readonly title: string;
  /** Exports `openStore`. It is loaded in a process of its own: a peer may change what `pg` does. */
  readonly module: string;
  takesPart(cell: Cell): boolean;
};

const isRace = ({ workload }: Cell): boolean => workload !== 'limit';

/** What is measured, in the order of the table. A peer is added by a module and a line here. */
export const stores = {
  bridgelog: { title: 'Bridgelog', module: './bridgelog.js', takesPart: isRace },
  'hand-written': { title: 'hand-written', module: './hand-written.js', takesPart: isRace },
  'single-insert': {
    title: 'single insert',
    module: './single-insert.js',
    takesPart: ({ workload, callers, stateSize }) =>
      workload === 'streams' && callers === 1 && stateSize === 300,
  },
  'unnest-insert': {
    title: 'unnest insert',
    module: './unnest-insert.js',
    takesPart: ({ workload }) => workload === 'limit',
  },
} as const satisfies Record<string, Entry>;

export type StoreName = keyof typeof stores;

export const storeNames = Object.keys(stores) as StoreName[];

/** The store that all others are compared to. */
export const bindingPeer: StoreName = 'hand-written';
