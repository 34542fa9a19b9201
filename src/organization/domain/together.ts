import { refuse, type Decision } from '../../kernel/decision.js';
import type { OrganizationEvent } from './events.js';
import type { OrganizationRefusal } from './refusals.js';

type Decided = Decision<OrganizationEvent, OrganizationRefusal>;

/** Decisions as one: if any refuses, all of it is refused. */
export const together = (...decisions: readonly Decided[]): Decided => {
  const refusals = decisions.flatMap((one) => ('refusals' in one ? one.refusals : []));
  if (refusals.length > 0) return refuse(...refusals);
  const accepted = decisions.filter((one) => 'events' in one);
  return {
    events: accepted.flatMap(({ events }) => events),
    take: accepted.flatMap(({ take = [] }) => take),
    release: accepted.flatMap(({ release = [] }) => release),
  };
};
