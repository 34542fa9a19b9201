import type { AssessScopeFacts } from '../domain/scope/assess-scope.js';
import type { Scope } from '../domain/scope/scope.js';
import { unknownEvidence } from './evidence.facts.js';
import type { ReadFacts } from './facts.js';

/** What an assessment is decided on. */
export const assessScopeFacts =
  (evidence: readonly string[] | undefined): ReadFacts<AssessScopeFacts> =>
  async (sources) => ({
    ...(await latestScope(sources)),
    ...(await unknownEvidence(evidence)(sources)),
  });

/** The assessment that the head names as the latest. */
const latestScope: ReadFacts<AssessScopeFacts> = async ({ state, event }) => {
  if (state.status === 'undeclared' || state.scope === null) return {};
  const found = await event(state.scope.event);
  return { latestScope: found && { event: found.id, scope: found.data as Scope } };
};
