import type { AssessScopeFacts } from '../domain/scope/assess-scope.js';
import type { Scope } from '../domain/scope/scope.js';
import type { ReadFacts } from './facts.js';

/** The assessment that the head names as the latest. */
export const latestScope: ReadFacts<AssessScopeFacts> = async ({ state, event }) => {
  if (state.status === 'undeclared' || state.scope === null) return {};
  const found = await event(state.scope.event);
  return { latestScope: found && { event: found.id, scope: found.data as Scope } };
};
