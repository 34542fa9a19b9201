import { describe, expect, it } from '@jest/globals';
import { declaredWithChecks } from '../../../../test/support/given-checks.js';
import {
  hypothesis,
  knownHypothesis,
  otherHypothesis,
  raised,
} from '../../../../test/support/given-hypotheses.js';
import { action, declared, given, resolved } from '../../../../test/support/given-incident.js';
import { sampleId } from '../../../../test/support/given.js';
import { raiseHypothesis } from './raise-hypothesis.js';
import type { RaiseHypothesis } from './raise-hypothesis.js';

const command: RaiseHypothesis = {
  hypothesis,
  raise: sampleId('evt', 'raise'),
  statement: 'An attack',
};
const linked = { checks: ['database'], actions: [action], changes: [sampleId('chg', '1')] };
const many = (count: number) =>
  Array.from({ length: count }, (_, n) => raised({ hypothesis: sampleId('hyp', `many${n}`) }));

describe('raiseHypothesis', () => {
  it('raises, and takes the id for good', () => {
    const { take = [] } = given(declared).when(raiseHypothesis, command).then(raised());
    expect(take).toMatchObject([{ space: 'client-id', key: hypothesis, holder: command.raise }]);
    const by = { key: hypothesis, holder: 'another', streamId: sampleId('inc', '1') };
    expect(take.map(({ refusal }) => refusal(by))).toMatchObject([
      { code: 'HYPOTHESIS_EXISTS', hypothesis, path: ['input', 'hypothesis'] },
    ]);
  });

  it('records what suggests it, in any phase', () => {
    given(declaredWithChecks, resolved)
      .when(raiseHypothesis, { ...command, linked })
      .then(raised({ linked }));
  });

  it('may say again what another says', () => {
    given(declared, raised())
      .when(raiseHypothesis, { ...command, hypothesis: otherHypothesis })
      .then(raised({ hypothesis: otherHypothesis }));
  });

  it('is already true when it was raised with the same words, whatever became of it', () => {
    given(declared, raised()).when(raiseHypothesis, command, knownHypothesis()).thenNothing();
    given(declared, raised())
      .when(raiseHypothesis, command, knownHypothesis({ status: 'RULED_OUT' }))
      .thenNothing();
  });

  it('refuses an id that was raised with other words', () => {
    given(declared, raised())
      .when(raiseHypothesis, { ...command, statement: 'A bug' }, knownHypothesis())
      .thenRefused({ code: 'HYPOTHESIS_EXISTS', hypothesis });
  });

  it('refuses a link to a check that the incident does not have', () => {
    given(declaredWithChecks)
      .when(raiseHypothesis, { ...command, linked: { ...linked, checks: ['database', 'dns'] } })
      .thenRefused({
        code: 'CHECK_NOT_FOUND',
        check: 'dns',
        path: ['input', 'linked', 'checks'],
      });
  });

  it('refuses more than a hundred', () => {
    given(declared, ...many(99))
      .when(raiseHypothesis, command)
      .then(raised());
    given(declared, ...many(100))
      .when(raiseHypothesis, command)
      .thenRefused({ code: 'TOO_MANY_HYPOTHESES', most: 100 });
  });

  it('needs an incident', () => {
    given().when(raiseHypothesis, command).thenRefused('INCIDENT_NOT_FOUND');
  });
});
