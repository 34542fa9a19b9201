import type { Facts } from '../../kernel/decision.js';
import type { CheckFacts } from '../domain/checks/check.js';
import { readCheck } from '../views/checks.query.js';
import type { ReadFacts } from './facts.js';

/** The check of the incident with this key, if there is one. Strict: a row of the incident. */
export const checkFacts =
  (check: string): ReadFacts<Facts & CheckFacts> =>
  async ({ reads, incident }) => ({ known: await readCheck(reads, incident, check) });
