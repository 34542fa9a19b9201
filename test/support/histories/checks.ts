import fc from 'fast-check';
import { addCheck } from '../../../src/incident/domain/checks/add-check.js';
import type { Check, CheckFacts } from '../../../src/incident/domain/checks/check.js';
import { checkVerdict } from '../../../src/incident/domain/checks/choices.js';
import { completeCheck } from '../../../src/incident/domain/checks/complete-check.js';
import { reviseCheck } from '../../../src/incident/domain/checks/revise-check.js';
import { skipCheck } from '../../../src/incident/domain/checks/skip-check.js';
import { startCheck } from '../../../src/incident/domain/checks/start-check.js';
import { sampleId } from '../given.js';
import { attempts, maybe, valueOf, words } from './attempt.js';
import type { Past } from './attempt.js';

const check = fc.constantFrom('database', 'queue');
const evidence = maybe(fc.constant([sampleId('evt', '1')]));
const lookAt = fc.array(fc.record({ title: words, text: words }), { maxLength: 1 });

const knownCheck = (
  { check: key }: { readonly check: string },
  { rows, streamId }: Past,
): CheckFacts => {
  const row = rows.find('checks', `${streamId} ${key}`);
  return row === undefined
    ? {}
    : { known: { ...(row as unknown as Check), check: key, lookAt: row['look_at'] as [] } };
};

const finding = { check, verdict: valueOf(checkVerdict), evidence };

export const checksAttempts = [
  attempts(startCheck, fc.record({ check }), true),
  attempts(completeCheck, fc.record({ ...finding, summary: maybe(words) }), true, knownCheck),
  attempts(reviseCheck, fc.record({ ...finding, reason: words }), true, knownCheck),
  attempts(skipCheck, fc.record({ check, reason: words }), true),
  attempts(
    addCheck,
    fc.record({ check, title: words, lookAt, after: maybe(check) }),
    true,
    knownCheck,
  ),
];
