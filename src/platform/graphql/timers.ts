/** The machine's clock and timers, so that tests can turn them by hand. */
export type Timers = {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `run` after that many milliseconds, however many; gives back what cancels it. */
  after(millis: number, run: () => void): () => void;
};

/** Node's timers take no more, and would call at once. */
const longest = 2 ** 31 - 1;

export const realTimers: Timers = {
  now: () => Date.now(),
  after: (millis, run) => {
    let timer: NodeJS.Timeout;
    const wait = (left: number): void => {
      const next = left <= longest ? run : () => wait(left - longest);
      timer = setTimeout(next, Math.min(left, longest)).unref();
    };
    wait(millis);
    return () => clearTimeout(timer);
  },
};
