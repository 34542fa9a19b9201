import fc from 'fast-check';
import * as choices from '../../../src/incident/domain/choices.js';
import { assessScope } from '../../../src/incident/domain/scope/assess-scope.js';
import type {
  AssessScope,
  AssessScopeFacts,
} from '../../../src/incident/domain/scope/assess-scope.js';
import { attempts, maybe, valueOf, words } from './attempt.js';
import type { Past, Told } from './attempt.js';

const scope: fc.Arbitrary<AssessScope> = fc.record({
  extent: valueOf(choices.scopeExtent),
  features: fc.array(words, { maxLength: 1 }),
  affected: valueOf(choices.scopeAudience),
  segments: fc.array(
    fc.record({ kind: valueOf(choices.segmentKind), values: fc.array(words, { maxLength: 2 }) }),
    { maxLength: 1 },
  ),
  estimate: maybe(fc.nat(2)),
});

const latestScope = (_: unknown, { incident, event }: Past): Told<AssessScopeFacts> => {
  if (incident.status === 'undeclared' || incident.scope === null) return {};
  const found = event(incident.scope.event);
  return found?.type === 'ScopeAssessed'
    ? { latestScope: { event: found.id, scope: found.data } }
    : {};
};

export const scopeAttempts = [attempts(assessScope, scope, true, latestScope)];
