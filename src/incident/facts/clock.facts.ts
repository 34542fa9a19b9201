import type { Facts } from '../../kernel/decision.js';
import { readDue } from '../../ledger/due-queries.js';
import { readRecordedAt } from '../../ledger/event-queries.js';
import { countsFrom, sinceOf } from '../domain/clocks/clock.js';
import type { ClockFacts } from '../domain/clocks/raise-nudge.js';
import type { StartClocksFacts } from '../domain/clocks/start-clocks.js';
import { thingsOf } from '../reads/things.js';
import type { ReadFacts } from './facts.js';

/** Of the clock with this name: when it is due, and since when. Strict: rows of the incident. */
export const clockFacts =
  (clock: string): ReadFacts<Facts & ClockFacts> =>
  async ({ reads, incident, state }) => {
    const due = await readDue(reads, 'nudge', [incident]);
    const from = state.status === 'declared' ? countsFrom(sinceOf(state, clock)) : '';
    return {
      ...(await thingsOf(reads, incident)),
      dueAt: due.find(({ subject }) => subject === clock)?.at,
      from: (await readRecordedAt(reads, [from])).get(from),
    };
  };

/** Strict: rows of the incident, and recorded times, which never change. */
export const startClocksFacts: ReadFacts<StartClocksFacts> = async ({ reads, incident, state }) => {
  const told = await thingsOf(reads, incident);
  const causes = told.things.map(({ by }) => by);
  const ofHead =
    state.status === 'declared'
      ? [state.opened, ...Object.values(state.since).map(countsFrom)]
      : [];
  return { ...told, recordedAt: await readRecordedAt(reads, [...causes, ...ofHead]) };
};
