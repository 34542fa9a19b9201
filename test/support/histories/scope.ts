import fc from 'fast-check';
import * as choices from '../../../src/incident/domain/choices.js';
import { assessScope } from '../../../src/incident/domain/scope/assess-scope.js';
import type {
  AssessScope,
  AssessScopeFacts,
} from '../../../src/incident/domain/scope/assess-scope.js';
import { correctImpactStart } from '../../../src/incident/domain/scope/correct-impact-start.js';
import { attempts, maybe, valueOf, words } from './attempt.js';
import type { Past, Told } from './attempt.js';
import { eventId } from './log-of-two.js';

const start = fc.record({
  impactStartedAt: fc.constantFrom(
    '2019-07-02T12:10:00.000000Z',
    '2019-07-02T13:30:00.000000Z',
    '2019-07-02T13:50:00.000000Z',
    '2019-07-02T15:00:00.000000Z',
  ),
  impactStartSource: valueOf(choices.impactStartSource),
});

const said: fc.Arbitrary<AssessScope> = fc.record({
  extent: valueOf(choices.scopeExtent),
  features: fc.array(words, { maxLength: 1 }),
  affected: valueOf(choices.scopeAudience),
  segments: fc.array(
    fc.record({ kind: valueOf(choices.segmentKind), values: fc.array(words, { maxLength: 2 }) }),
    { maxLength: 1 },
  ),
  estimate: maybe(fc.nat(2)),
});
const scope = fc.tuple(said, maybe(start)).map(([one, other]) => ({ ...one, ...other }));

const latestScope = (_: unknown, { incident, event }: Past): Told<AssessScopeFacts> => {
  if (incident.status === 'undeclared' || incident.scope === null) return {};
  const found = event(incident.scope.event);
  return found?.type === 'ScopeAssessed'
    ? { latestScope: { event: found.id, scope: found.data } }
    : {};
};

const evidence = fc.subarray([eventId(0, 1), eventId(1, 1)]);
const corrections = fc
  .tuple(start, fc.record({ reason: words, evidence }))
  .map(([one, other]) => ({ ...one, ...other }));

export const scopeAttempts = [
  attempts(assessScope, scope, true, latestScope),
  attempts(correctImpactStart, corrections, true, ({ evidence: ids }, { event }) => ({
    unknownEvidence: ids.filter((id) => event(id) === undefined),
  })),
];
