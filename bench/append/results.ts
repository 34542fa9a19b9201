import { median } from '../statistics.js';
import type { Machine } from '../machine.js';
import { cells, type Step } from './plan.js';
import type { Cell, Measured } from './store.js';
import { bindingPeer, storeNames, type StoreName } from './stores.js';

export type Outcome = Step & ({ readonly measured: Measured } | { readonly fault: string });

/** A store in a cell, over all rounds. */
export type Figure = Cell & {
  readonly store: StoreName;
  /** Why there are no figures: in some round it lost events, or failed. */
  readonly fault?: string;
  readonly eventsPerSecond?: {
    readonly median: number;
    readonly min: number;
    readonly max: number;
  };
  /** Medians over the rounds, at the caller. */
  readonly milliseconds?: { readonly p50: number; readonly p99: number };
  /** Its median by that of the hand-written peer in the same cell. */
  readonly toHandWritten?: number;
};

export type Goal = {
  readonly goal: string;
  readonly wanted: number;
  readonly found: number | null;
  readonly met: boolean;
};

/** What is written to bench/results. */
export type Results = {
  readonly date: string;
  readonly versions: { readonly node: string; readonly postgresql: string; readonly pg: string };
  readonly machine: Machine;
  readonly postgresql: { readonly embedded: boolean; readonly settings: Record<string, string> };
  readonly load: { readonly before: readonly number[]; readonly after: readonly number[] };
  readonly rounds: number;
  readonly secondsPerCell: number;
  readonly payloadSize: number;
  readonly stateSizes: readonly number[];
  readonly figures: readonly Figure[];
  readonly goals: readonly Goal[];
};

/** One figure per store and cell, in the order of the table. */
export const figuresOf = (outcomes: readonly Outcome[]): Figure[] => {
  const figures = cells.flatMap((cell) =>
    storeNames.flatMap((store) => {
      const here = outcomes.filter((outcome) => outcome.cell === cell && outcome.store === store);
      return here.length > 0 ? [figure({ cell, store }, here)] : [];
    }),
  );
  return figures.map((figure) => compared(figure, figures));
};

const figure = ({ cell, store }: Step, outcomes: readonly Outcome[]): Figure => {
  const faults = outcomes.flatMap((outcome) => ('fault' in outcome ? [outcome.fault] : []));
  if (faults[0] !== undefined) return { ...cell, store, fault: faults[0] };
  const measured = outcomes.flatMap((outcome) => ('measured' in outcome ? [outcome.measured] : []));
  const rates = measured.map(({ eventsPerSecond }) => Math.round(eventsPerSecond));
  return {
    ...cell,
    store,
    eventsPerSecond: {
      median: Math.round(median(rates)),
      min: Math.min(...rates),
      max: Math.max(...rates),
    },
    milliseconds: {
      p50: rounded(median(measured.map(({ p50 }) => p50))),
      p99: rounded(median(measured.map(({ p99 }) => p99))),
    },
  };
};

const compared = (figure: Figure, all: readonly Figure[]): Figure => {
  const peer = find(all, bindingPeer, figure);
  return peer?.eventsPerSecond && figure.eventsPerSecond
    ? { ...figure, toHandWritten: ratio(figure, peer) ?? 0 }
    : figure;
};

/** What the project wants of itself, and what was found. */
export const goalsOf = (figures: readonly Figure[]): Goal[] => {
  const cell = (callers: number): Cell => ({ workload: 'streams', callers, stateSize: 300 });
  const by = (peer: StoreName, callers: number) =>
    ratio(find(figures, 'bridgelog', cell(callers)), find(figures, peer, cell(callers)));
  return [
    goal('events/s by hand-written, 32 callers, state of 300', 5, by('hand-written', 32)),
    goal('events/s by single insert, 1 caller, state of 300', 1, by('single-insert', 1)),
  ];
};

const goal = (goal: string, wanted: number, found: number | null): Goal => ({
  goal,
  wanted,
  found,
  met: found !== null && found >= wanted,
});

const find = (figures: readonly Figure[], store: StoreName, cell: Cell): Figure | undefined =>
  figures.find(
    (figure) =>
      figure.store === store &&
      figure.workload === cell.workload &&
      figure.callers === cell.callers &&
      figure.stateSize === cell.stateSize,
  );

const ratio = (one: Figure | undefined, other: Figure | undefined): number | null =>
  one?.eventsPerSecond && other?.eventsPerSecond
    ? rounded(one.eventsPerSecond.median / other.eventsPerSecond.median)
    : null;

const rounded = (value: number): number => Math.round(value * 100) / 100;
