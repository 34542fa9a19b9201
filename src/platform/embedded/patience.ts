import { setTimeout as pause } from 'node:timers/promises';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;

/** It does not work yet, and may work soon. */
export class NotYet extends Error {
  override readonly name = 'NotYet';
}

/**
 * Attempts until one succeeds, with growing pauses. An attempt gets the time that is left, in
 * milliseconds, and says by NotYet that another one makes sense; other errors pass through.
 * @throws NotYet, the last one, when `limitMs` is over
 */
export async function withPatience<T>(
  limitMs: number,
  attempt: (leftMs: number) => Promise<T>,
): Promise<T> {
  const deadline = performance.now() + limitMs;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    try {
      return await attempt(deadline - performance.now());
    } catch (error) {
      if (!(error instanceof NotYet) || performance.now() + pauseMs >= deadline) throw error;
    }
    await pause(pauseMs);
  }
}
