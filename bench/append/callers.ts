import { percentile } from '../statistics.js';
import type { Measured, Trial } from './store.js';

/**
 * Lets callers append one thing after another for so many seconds, waits for the last answers,
 * and checks what is stored. Throws when an append failed or an event is not there.
 */
export const measure = async (
  trial: Trial,
  callers: number,
  seconds: number,
): Promise<Measured> => {
  const latencies: number[] = [];
  const begin = performance.now();
  const end = begin + seconds * 1000;
  const call = async (append: () => Promise<void>): Promise<void> => {
    for (let sent = performance.now(); sent < end;) {
      await append();
      const answered = performance.now();
      latencies.push(answered - sent);
      sent = answered;
    }
  };
  const calling = Array.from({ length: callers }, () => call(trial.caller()));
  const ends = await Promise.allSettled(calling);
  const took = performance.now() - begin;
  for (const ended of ends) if (ended.status === 'rejected') throw ended.reason;
  const events = latencies.length * trial.eventsPerCall;
  await trial.check(events);
  return {
    eventsPerSecond: (events / took) * 1000,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
  };
};
