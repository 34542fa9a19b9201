import { setTimeout as wait } from 'node:timers/promises';
import type { Claim, Due, DueTimes } from '../ledger/due-times.js';

/**
 * Does what a time that has come asks for. It records a decision that clears the time, or sets
 * it to a later one; done twice, it does no more than once. What takes long looks at the signal:
 * it asks to come to an end, and what is left undone is done by whoever claims it next.
 */
export type DueHandler = (due: Due, signal: AbortSignal) => Promise<void>;

export type CarryingOut = {
  readonly claim: Claim;
  readonly handler: DueHandler;
  readonly times: Pick<DueTimes, 'extend'>;
  /** The process is to stop. */
  readonly stop: AbortSignal;
};

/** Milliseconds between extensions of a lease. */
const beatEvery = 10_000;
/** Milliseconds that a handler may take. */
const longest = 600_000;
/** Milliseconds from the signal until a handler is no longer waited for. */
const grace = 5_000;

/** Hands what is claimed to its handler, and keeps the claim meanwhile. Throws when it was not done. */
export const carryOut = async ({ claim, handler, times, stop }: CarryingOut): Promise<void> => {
  const done = new AbortController();
  const signal = AbortSignal.any([stop, AbortSignal.timeout(longest)]);
  const beat = setInterval(() => {
    // A beat that is missed costs nothing: the next one makes up for it.
    times.extend(claim).catch(() => undefined);
  }, beatEvery).unref();
  const isLeft = async (): Promise<boolean> => {
    await handler(claim.due, signal);
    return times.extend(claim);
  };
  try {
    await Promise.race([handle(isLeft), givenUp(signal, done.signal)]);
  } finally {
    clearInterval(beat);
    done.abort();
  }
};

/** Twice if need be: the time may have been set again to what it was. */
const handle = async (isLeft: () => Promise<boolean>): Promise<void> => {
  if ((await isLeft()) && (await isLeft())) throw new Error('it is still due after it was done');
};

/** Throws when a handler has not followed the signal. */
const givenUp = async (signal: AbortSignal, done: AbortSignal): Promise<void> => {
  if (!signal.aborted) {
    await new Promise((resolve) => {
      signal.addEventListener('abort', resolve, { once: true, signal: done });
    });
  }
  await wait(grace, undefined, { signal: done });
  signal.throwIfAborted();
};
