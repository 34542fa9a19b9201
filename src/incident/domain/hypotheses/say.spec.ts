import { describe, it } from '@jest/globals';
import { declaredWithChecks, shownBy } from '../../../../test/support/given-checks.js';
import {
  confirmed,
  hypothesis,
  knownHypothesis,
  otherHypothesis,
  raised,
  ruledOut,
  supported,
} from '../../../../test/support/given-hypotheses.js';
import { action, declared, given, resolved } from '../../../../test/support/given-incident.js';
import { sampleId } from '../../../../test/support/given.js';
import { confirmHypothesis } from './confirm-hypothesis.js';
import { ruleOutHypothesis } from './rule-out-hypothesis.js';
import type { SayOfHypothesis } from './say.js';
import { supportHypothesis } from './support-hypothesis.js';

const said = { hypothesis, reason: 'Seen in the logs', evidence: [] };
const command: SayOfHypothesis = { hypothesis, reason: said.reason };
const linked = { checks: ['database'], actions: [action], changes: [sampleId('chg', '1')] };
const shown = { evidence: [shownBy], linked };

const statuses = [
  { status: 'SUPPORTED', event: supported },
  { status: 'RULED_OUT', event: ruledOut },
  { status: 'CONFIRMED', event: confirmed },
] as const;

describe.each([
  { rule: supportHypothesis, status: 'SUPPORTED', event: supported },
  { rule: ruleOutHypothesis, status: 'RULED_OUT', event: ruledOut },
  { rule: confirmHypothesis, status: 'CONFIRMED', event: confirmed },
] as const)('$rule.name', ({ rule, status, event }) => {
  it('records why, and what shows it', () => {
    given(declared, raised()).when(rule, command, knownHypothesis()).then(event());
    given(declaredWithChecks, raised())
      .when(rule, { ...command, ...shown }, knownHypothesis())
      .then(event(shown));
  });

  it.each(statuses)('is open for one that is $status, in any phase', (before) => {
    const hunch = { reason: 'A hunch' };
    const facts = knownHypothesis({ status: before.status, said: { ...said, ...hunch } });
    given(declared, raised(), before.event(hunch), resolved)
      .when(rule, command, facts)
      .then(event());
  });

  it('is already true when the same was said last', () => {
    const { checks, actions, changes } = linked;
    const stored = { ...said, linked: { changes, actions, checks }, evidence: [shownBy] };
    given(declaredWithChecks, raised(), event(shown))
      .when(rule, { ...command, ...shown }, knownHypothesis({ status, said: stored }))
      .thenNothing();
  });

  it.each([{ evidence: [shownBy] }, { linked }, { reason: 'Also seen by Grace' }])(
    'is not yet true when it was said without %j',
    (more) => {
      given(declaredWithChecks, raised(), event())
        .when(rule, { ...command, ...more }, knownHypothesis({ status, said }))
        .then(event(more));
    },
  );

  it.each(statuses.filter((one) => one.status !== status))(
    'is not yet true when the same words made it $status',
    (before) => {
      given(declared, raised(), before.event())
        .when(rule, command, knownHypothesis({ status: before.status, said }))
        .then(event());
    },
  );

  it('refuses a hypothesis that was never raised here', () => {
    given(declared, raised())
      .when(rule, { ...command, hypothesis: otherHypothesis })
      .thenRefused({
        code: 'HYPOTHESIS_NOT_FOUND',
        hypothesis: otherHypothesis,
        path: ['input', 'hypothesis'],
      });
  });

  it('refuses a link to a check that the incident does not have', () => {
    given(declared, raised())
      .when(rule, { ...command, linked }, knownHypothesis())
      .thenRefused({ code: 'CHECK_NOT_FOUND', path: ['input', 'linked', 'checks'] });
  });

  it('refuses evidence that is no entry of the log', () => {
    given(declared, raised())
      .when(rule, command, { ...knownHypothesis(), unknownEvidence: ['evt_1'] })
      .thenRefused('EVIDENCE_UNKNOWN');
  });

  it('needs an incident', () => {
    given().when(rule, command).thenRefused('INCIDENT_NOT_FOUND');
  });
});
