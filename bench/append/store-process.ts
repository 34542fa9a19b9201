import { measure } from './callers.js';
import type { Cell, Measured, OpenStore, Store } from './store.js';

/** What the benchmark asks of the process of a store, one thing at a time. */
export type Request =
  | { readonly open: { readonly module: string; readonly ownerUrl: string } }
  | { readonly measure: { readonly cell: Cell; readonly seconds: number } }
  | { readonly close: true };

export type Reply = { readonly measured?: Measured | undefined } | { readonly failure: string };

let store: Store | undefined;

const answer = async (request: Request): Promise<Measured | undefined> => {
  if ('open' in request) {
    const { module, ownerUrl } = request.open;
    const { openStore } = (await import(module)) as { openStore: OpenStore };
    store = await openStore(ownerUrl);
  } else if (!store) {
    throw new Error('no store is open');
  } else if ('measure' in request) {
    const { cell, seconds } = request.measure;
    return measure(await store.prepare(cell), cell.callers, seconds);
  } else {
    await store.close();
    process.disconnect();
  }
  return undefined;
};

const send = (reply: Reply) => process.connected && process.send?.(reply);

process.on('message', (request: Request) => {
  answer(request).then(
    (measured) => send({ measured }),
    (error: unknown) => send({ failure: error instanceof Error ? error.message : String(error) }),
  );
});
// A terminal sends its interrupt to the whole group: the benchmark itself ends its stores.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit());
