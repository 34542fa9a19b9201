import { describe, expect, it } from '@jest/globals';
import { assessed, declared, given, resolved } from '../../../../test/support/given-incident.js';
import { sampleId, usualFacts } from '../../../../test/support/given.js';
import { latestBy } from '../../../kernel/instant.js';
import { correctImpactStart } from './correct-impact-start.js';
import type { CorrectImpactStart } from './correct-impact-start.js';

const command: CorrectImpactStart = {
  impactStartedAt: '2019-07-02T13:42:00.000000Z',
  impactStartSource: 'MONITORING',
  reason: 'The error rate rose at 13:42',
};
const corrected = { type: 'ImpactStartCorrected', data: { ...command, evidence: [] } } as const;
const start = {
  impactStartedAt: '2019-07-02T13:30:00.000000Z',
  impactStartSource: 'REPORT',
} as const;

describe('correctImpactStart', () => {
  it('records the new start with the old one, and has the window looked at', () => {
    const decision = given(declared, assessed(start)).when(correctImpactStart, command);
    const data = { ...corrected.data, impactStartWas: start.impactStartedAt };
    expect(decision.then({ type: 'ImpactStartCorrected', data }).due).toEqual([
      { kind: 'suspects', subject: 'window', at: usualFacts.now },
    ]);
  });

  it('may come before any assessment, and after the incident is resolved', () => {
    given(declared).when(correctImpactStart, command).then(corrected);
    given(declared, resolved).when(correctImpactStart, command).then(corrected);
  });

  it('stands in place of what was assessed, until it is assessed again', () => {
    expect(given(declared, assessed(start), corrected).state).toMatchObject({
      impactStartedAt: command.impactStartedAt,
      impactStartSource: 'MONITORING',
      scope: { event: sampleId('evt', '2'), count: 1 },
      scopeRevisions: 2,
    });
    expect(given(declared, corrected, assessed(start)).state).toMatchObject(start);
    expect(given(declared, corrected, assessed()).state).toMatchObject({
      impactStartedAt: command.impactStartedAt,
    });
  });

  it('is already true when time and source are the same', () => {
    const { impactStartedAt, impactStartSource } = command;
    given(declared, corrected).when(correctImpactStart, command).thenNothing();
    given(declared, assessed({ impactStartedAt, impactStartSource }))
      .when(correctImpactStart, { ...command, reason: 'Other words' })
      .thenNothing();
  });

  it('takes a better source of the same time, and looks at no window for it', () => {
    const impactStartedAt = start.impactStartedAt;
    const decision = given(declared, assessed(start)).when(correctImpactStart, {
      ...command,
      impactStartedAt,
    });
    const data = { ...corrected.data, impactStartedAt, impactStartWas: impactStartedAt };
    expect(decision.then({ type: 'ImpactStartCorrected', data }).due).toEqual([]);
  });

  it('refuses a start after it is stated, but for what clocks differ by', () => {
    const at = (impactStartedAt: string) =>
      given(declared).when(correctImpactStart, { ...command, impactStartedAt });
    at('2019-07-02T14:05:00.000001Z').thenRefused({
      code: 'SCOPE_INCONSISTENT',
      path: ['input', 'impactStartedAt'],
    });
    const impactStartedAt = latestBy(usualFacts.occurredAt);
    const data = { ...corrected.data, impactStartedAt };
    at(impactStartedAt).then({ type: 'ImpactStartCorrected', data });
  });

  it('refuses evidence that is not of this log, and names it', () => {
    const evidence = [sampleId('evt', '1'), sampleId('evt', 'x')];
    given(declared)
      .when(correctImpactStart, { ...command, evidence }, { unknownEvidence: evidence.slice(1) })
      .thenRefused({ code: 'EVIDENCE_UNKNOWN', evidence: evidence.slice(1) });
    given(declared)
      .when(correctImpactStart, { ...command, evidence })
      .then({ type: 'ImpactStartCorrected', data: { ...corrected.data, evidence } });
  });

  it('refuses an incident that was never declared', () => {
    given().when(correctImpactStart, command).thenRefused('INCIDENT_NOT_FOUND');
  });
});
