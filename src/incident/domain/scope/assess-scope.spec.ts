import { describe, expect, it } from '@jest/globals';
import {
  assessed,
  contained,
  declared,
  given,
  resolved,
} from '../../../../test/support/given-incident.js';
import { sampleId, usualFacts } from '../../../../test/support/given.js';
import { assessScope } from './assess-scope.js';
import type { AssessScope } from './assess-scope.js';
import type { Scope } from './scope.js';

const command: AssessScope = {
  extent: 'FEATURES',
  features: ['checkout'],
  affected: 'SUBSET',
  segments: [{ kind: 'REGION', values: ['eu-west', 'eu-north'] }],
};
const whole: AssessScope = { extent: 'WHOLE_APP', affected: 'ALL_USERS' };
const start = {
  impactStartedAt: '2019-07-02T13:30:00.000000Z',
  impactStartSource: 'MONITORING',
} as const;
const refusedAt = (...path: string[]) => ({
  code: 'SCOPE_INCONSISTENT' as const,
  path: ['input', ...path],
});

describe('assessScope', () => {
  it('records features and segments', () => {
    given(declared).when(assessScope, command).then(assessed());
  });

  it('records everything else', () => {
    const all = {
      ...whole,
      ...start,
      estimate: 1200,
      summary: 'All',
      evidence: [sampleId('evt', '1')],
    };
    given(declared)
      .when(assessScope, all)
      .then({ type: 'ScopeAssessed', data: { ...all, features: [], segments: [] } });
  });

  it('records nothing that is no part of a scope', () => {
    const withMore = { ...command, incident: 'inc_1', idempotencyKey: 'again' };
    given(declared).when(assessScope, withMore).then(assessed());
  });

  it('may be corrected in any phase', () => {
    given(declared, contained).when(assessScope, command).then(assessed());
    given(declared, resolved).when(assessScope, command).then(assessed());
  });

  it('leaves the impact start as it was when silent about it', () => {
    const { state } = given(declared, assessed(start), assessed());
    expect(state).toMatchObject({
      impactStartedAt: start.impactStartedAt,
      scope: { event: sampleId('evt', '3'), count: 2 },
    });
  });

  it('takes an impact that starts at the moment of the assessment', () => {
    const now = { ...whole, ...start, impactStartedAt: usualFacts.occurredAt };
    given(declared)
      .when(assessScope, now)
      .then({ type: 'ScopeAssessed', data: { ...now, features: [], segments: [], evidence: [] } });
  });

  it('needs an incident', () => {
    given().when(assessScope, command).thenRefused('INCIDENT_NOT_FOUND');
  });
});

describe('assessScope, of what was assessed before', () => {
  const storedScope = JSON.parse(
    '{"segments":[{"values":["eu-west","eu-north"],"kind":"REGION"}],"features":["checkout"],"extent":"FEATURES","evidence":[],"affected":"SUBSET"}',
  ) as Scope;
  const latestScope = { event: sampleId('evt', '2'), scope: storedScope };

  it('is already true when equal to the latest', () => {
    given(declared, assessed()).when(assessScope, command, { latestScope }).thenNothing();
  });

  it('is new when anything differs', () => {
    given(declared, assessed())
      .when(assessScope, { ...command, summary: 'EU only' }, { latestScope })
      .then(assessed({ summary: 'EU only' }));
  });

  it('is new when the latest is not known, or was another', () => {
    given(declared, assessed()).when(assessScope, command).then(assessed());
    given(declared, assessed(), assessed({ estimate: 3 }))
      .when(assessScope, command, { latestScope })
      .then(assessed());
  });
});

describe('assessScope, as to suspects', () => {
  const look = { kind: 'suspects', subject: 'window', at: usualFacts.now };

  it('has the window looked at when it states another start', () => {
    const first = given(declared).when(assessScope, { ...command, ...start });
    expect(first.then(assessed(start)).due).toEqual([look]);
    const moved = { ...start, impactStartedAt: '2019-07-02T13:10:00.000000Z' };
    const then = given(declared, assessed(start)).when(assessScope, { ...command, ...moved });
    expect(then.then(assessed(moved)).due).toEqual([look]);
  });

  it('leaves it alone when the start stays as it was', () => {
    const again = { ...command, ...start, estimate: 3 };
    for (const stated of [again, { ...command, estimate: 3 }]) {
      const decision = given(declared, assessed(start)).when(assessScope, stated);
      expect(decision.then({ type: 'ScopeAssessed', data: scopeIn(stated) }).due).toEqual([]);
    }
  });

  it('puts a corrected start back, said again', () => {
    const latestScope = { event: sampleId('evt', '2'), scope: scopeIn({ ...command, ...start }) };
    const corrected = {
      type: 'ImpactStartCorrected',
      data: { impactStartedAt: '2019-07-02T13:00:00.000000Z', evidence: [] },
    } as const;
    given(declared, assessed(start), corrected)
      .when(assessScope, { ...command, ...start }, { latestScope })
      .then(assessed(start));
  });

  it('refuses evidence that is not of this log, and names it', () => {
    const evidence = [sampleId('evt', '1'), sampleId('evt', 'x')];
    given(declared)
      .when(assessScope, { ...command, evidence }, { unknownEvidence: evidence.slice(1) })
      .thenRefused({ code: 'EVIDENCE_UNKNOWN', evidence: evidence.slice(1) });
  });
});

const scopeIn = (said: AssessScope): Scope => ({
  ...said,
  features: said.features ?? [],
  segments: said.segments ?? [],
  evidence: said.evidence ?? [],
});

describe('assessScope, inconsistent', () => {
  it.each<[string, AssessScope, ReturnType<typeof refusedAt>]>([
    ['FEATURES without features', { ...command, features: [] }, refusedAt('features')],
    ['WHOLE_APP with features', { ...whole, features: ['search'] }, refusedAt('features')],
    ['SUBSET without segments', { ...command, segments: [] }, refusedAt('segments')],
    ['ALL_USERS with segments', { ...command, affected: 'ALL_USERS' }, refusedAt('segments')],
    [
      'a segment without values',
      { ...command, segments: [{ kind: 'PLAN', values: [] }] },
      refusedAt('segments', '0', 'values'),
    ],
    [
      'a source without a start',
      { ...whole, impactStartSource: 'REPORT' },
      refusedAt('impactStartedAt'),
    ],
    [
      'a start without a source',
      { ...whole, impactStartedAt: start.impactStartedAt },
      refusedAt('impactStartSource'),
    ],
    [
      'a start after the assessment',
      { ...whole, ...start, impactStartedAt: '2019-07-02T14:05:00.000001Z' },
      refusedAt('impactStartedAt'),
    ],
  ])('refuses %s', (_, scope, refusal) => {
    given(declared).when(assessScope, scope).thenRefused(refusal);
  });

  it('says all that is wrong at once', () => {
    const wrong: AssessScope = {
      extent: 'FEATURES',
      affected: 'SUBSET',
      impactStartedAt: '2019-07-02T15:00:00.000000Z',
    };
    given(declared)
      .when(assessScope, wrong)
      .thenRefused(
        refusedAt('features'),
        refusedAt('segments'),
        refusedAt('impactStartSource'),
        refusedAt('impactStartedAt'),
      );
  });
});
