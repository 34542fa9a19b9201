import { Closers } from '../../src/platform/closers.js';
import { Progress } from '../../src/cli/progress.js';
import type { Postgres } from '../postgres.js';
import type { Options } from './options.js';
import { stepsOf, warmUp, type Step } from './plan.js';
import { RemoteStore } from './remote-store.js';
import type { Outcome } from './results.js';
import { storeNames, stores, type StoreName } from './stores.js';

/** Measures every store in every cell, `rounds` times. `interrupt` ends it with an error. */
export const runAll = async (
  postgres: Postgres,
  { rounds, seconds }: Options,
  interrupt: AbortSignal,
): Promise<Outcome[]> => {
  const opened = new Closers();
  const remote = new Map<StoreName, RemoteStore>();
  interrupt.addEventListener('abort', () => {
    for (const store of remote.values()) store.kill();
  });
  try {
    for (const name of storeNames) {
      const store = await RemoteStore.open(stores[name].module, await postgres.database(name));
      opened.add(() => store.close());
      remote.set(name, store);
      interrupt.throwIfAborted();
    }
    for (const store of storeNames) {
      await measured(remote.get(store), { cell: warmUp, store }, seconds / 2);
    }
    const steps = Array.from({ length: rounds }, (_, round) => stepsOf(round)).flat();
    return await inOrder(steps, (step) => {
      interrupt.throwIfAborted();
      return measured(remote.get(step.store), step, seconds);
    });
  } finally {
    await opened.closeAll();
  }
};

const inOrder = async (steps: readonly Step[], take: (step: Step) => Promise<Outcome>) => {
  const progress = new Progress('append', steps.length);
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    progress.at(outcomes.length);
    outcomes.push(await take(step));
  }
  progress.end();
  return outcomes;
};

const measured = async (
  store: RemoteStore | undefined,
  step: Step,
  seconds: number,
): Promise<Outcome> => {
  try {
    if (!store) throw new Error('the store is not open');
    return { ...step, measured: await store.measure(step.cell, seconds) };
  } catch (error) {
    return { ...step, fault: (error as Error).message };
  }
};
