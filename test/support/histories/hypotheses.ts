import fc from 'fast-check';
import { confirmHypothesis } from '../../../src/incident/domain/hypotheses/confirm-hypothesis.js';
import type { Saying } from '../../../src/incident/domain/hypotheses/fields.js';
import type {
  Hypothesis,
  HypothesisFacts,
} from '../../../src/incident/domain/hypotheses/hypothesis.js';
import { raiseHypothesis } from '../../../src/incident/domain/hypotheses/raise-hypothesis.js';
import { ruleOutHypothesis } from '../../../src/incident/domain/hypotheses/rule-out-hypothesis.js';
import { supportHypothesis } from '../../../src/incident/domain/hypotheses/support-hypothesis.js';
import { sampleId } from '../given.js';
import { attempts, maybe, words } from './attempt.js';
import type { Past } from './attempt.js';

const hypothesis = fc.nat(1).map((n) => sampleId('hyp', String(n)));
const linked = maybe(
  fc.record({
    checks: fc.subarray(['database']),
    actions: fc.constant([]),
    changes: fc.constant([]),
  }),
);

const knownHypothesis = (
  { hypothesis: id }: { readonly hypothesis: string },
  { rows, streamId, event }: Past,
): HypothesisFacts => {
  const row = rows.find('hypotheses', id);
  if (row?.['incident'] !== streamId) return {};
  const { statement, status } = row as unknown as Hypothesis;
  const latest = event(row['latest'] as string);
  const said = latest?.type === 'HypothesisRaised' ? undefined : (latest?.data as Saying);
  return { known: { hypothesis: id, statement, status, said } };
};

const saying = fc.record({ hypothesis, reason: words, linked });

export const hypothesesAttempts = [
  attempts(
    raiseHypothesis,
    fc.record({ hypothesis, raise: fc.uuid(), statement: words, linked }),
    true,
    knownHypothesis,
  ),
  attempts(supportHypothesis, saying, true, knownHypothesis),
  attempts(ruleOutHypothesis, saying, true, knownHypothesis),
  attempts(confirmHypothesis, saying, true, knownHypothesis),
];
