import type { Facts } from '../../../kernel/decision.js';
import type { DeclaredIncident } from '../state.js';
import { isBy } from './commander.js';
import { staleTerm, termRequired } from './refusals.js';
import type { IncidentRefusal } from '../refusals.js';

/**
 * Why this actor may not direct, if they may not. Only the commander, or anyone while nobody
 * commands, may leave the term out; a term that is not the current one is refused to all.
 */
export const directiveRefusals = (
  given: number | undefined,
  { commander, term }: DeclaredIncident,
  facts: Facts,
): IncidentRefusal[] => {
  if (given !== undefined)
    return commander !== null && given === term ? [] : [staleTerm(term, commander?.member ?? null)];
  const isFree = commander === null || isBy(commander.member, facts);
  return isFree ? [] : [termRequired(term, commander.member)];
};

/** The term that a directive is recorded under, if anybody commands. */
export const directedTerm = ({ commander, term }: DeclaredIncident): number | undefined =>
  commander === null ? undefined : term;
