import type { Facts } from '../../kernel/decision.js';
import { readDue } from '../../ledger/due-queries.js';
import type { DueFacts } from '../domain/clocks/raise-nudge.js';
import type { ReadFacts } from './facts.js';

/** When the clock is due, if it is. Strict: a row of the incident. */
export const dueFacts =
  (clock: string): ReadFacts<Facts & DueFacts> =>
  async ({ reads, incident }) => {
    const due = await readDue(reads, 'nudge', [incident]);
    return { dueAt: due.find(({ subject }) => subject === clock)?.at };
  };
