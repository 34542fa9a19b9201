import type { Facts } from '../../kernel/decision.js';
import type { Saying } from '../domain/hypotheses/fields.js';
import type { HypothesisFacts } from '../domain/hypotheses/hypothesis.js';
import { readHypotheses } from '../views/hypotheses.query.js';
import type { ReadFacts } from './facts.js';

/**
 * The hypothesis of the incident with this id, if there is one, with what was said of it last.
 * Strict: a row and an event of the incident.
 */
export const hypothesisFacts =
  (hypothesis: string): ReadFacts<Facts & HypothesisFacts> =>
  async ({ reads, incident, event }) => {
    const [row] = await readHypotheses(reads, [hypothesis]);
    if (row?.incident !== incident) return {};
    const { statement, status, latest } = row;
    const said = status === 'OPEN' ? undefined : (await event(latest))?.data;
    return { known: { hypothesis, statement, status, said: said as Saying | undefined } };
  };
