import { describe, expect, it } from '@jest/globals';
import type { Scope } from './scope.js';
import { scopeDiff } from './scope-diff.js';
import type { StandingScope } from './scope-diff.js';
import { diffInWords } from './scope-diff.wording.js';

const scope: Scope = {
  extent: 'FEATURES',
  features: ['checkout', 'search'],
  affected: 'SUBSET',
  segments: [{ kind: 'REGION', values: ['eu-west', 'eu-north'] }],
  estimate: 100,
  evidence: [],
};
const standing = (
  differences: Partial<Scope> = {},
  start: string | null = null,
): StandingScope => ({
  assessment: { ...scope, ...differences },
  impactStartedAt: start,
  impactStartSource: start === null ? null : 'MONITORING',
});
const nothing: StandingScope = {
  assessment: null,
  impactStartedAt: null,
  impactStartSource: null,
};
const same = {
  extent: null,
  affected: null,
  estimate: null,
  impactStartedAt: null,
  impactStartSource: null,
  summary: null,
  features: { added: [], removed: [] },
  segments: [],
};
const whole = {
  extent: 'WHOLE_APP',
  features: [],
  affected: 'ALL_USERS',
  segments: [],
} as const;

describe('scopeDiff', () => {
  it('is empty between equals, whatever evidence they name', () => {
    expect(scopeDiff(standing(), standing({ evidence: ['evt_1'] }))).toEqual(same);
  });

  it('names what lists gained and lost, in any order, once', () => {
    const after = standing({ features: ['pay', 'checkout', 'pay'] });
    expect(scopeDiff(standing(), after)).toEqual({
      ...same,
      features: { added: ['pay'], removed: ['search'] },
    });
  });

  it('compares segments by kind, in however many they are named', () => {
    const after = standing({
      segments: [
        { kind: 'REGION', values: ['eu-north'] },
        { kind: 'PLAN', values: ['free'] },
        { kind: 'REGION', values: ['us', 'eu-west'] },
      ],
    });
    expect(scopeDiff(standing(), after)).toEqual({
      ...same,
      segments: [
        { kind: 'REGION', added: ['us'], removed: [] },
        { kind: 'PLAN', added: ['free'], removed: [] },
      ],
    });
  });

  it('shows each field before and after', () => {
    const after = standing({ ...whole, estimate: undefined, summary: 'All' }, '2019');
    expect(scopeDiff(standing(), after)).toMatchObject({
      extent: { before: 'FEATURES', after: 'WHOLE_APP' },
      affected: { before: 'SUBSET', after: 'ALL_USERS' },
      estimate: { before: 100, after: null },
      summary: { before: null, after: 'All' },
      impactStartedAt: { before: null, after: '2019' },
      impactStartSource: { before: null, after: 'MONITORING' },
    });
  });

  it('is the mirror image the other way round', () => {
    const [one, other] = [standing(), standing({ features: ['pay'], estimate: 3 }, '2019')];
    const [there, back] = [scopeDiff(one, other), scopeDiff(other, one)];
    expect(back.features).toEqual({ added: there.features.removed, removed: there.features.added });
    expect(back.estimate).toEqual({ before: 3, after: 100 });
  });

  it('takes a revision before the first assessment as nothing said', () => {
    expect(scopeDiff(nothing, standing())).toMatchObject({
      extent: { before: null, after: 'FEATURES' },
      features: { added: ['checkout', 'search'], removed: [] },
    });
  });
});

describe('diffInWords', () => {
  const early = '2019-07-02T13:00:00.000000Z';
  const late = '2019-07-02T13:30:00.000000Z';

  it.each<[StandingScope, StandingScope, string]>([
    [standing(), standing(), 'Nothing changed'],
    [standing(), standing({ summary: 'Hm' }), 'The scope is described in other words'],
    [standing(), standing({ features: ['checkout'] }), 'The scope is narrower'],
    [standing(), standing({ estimate: 101 }), 'The scope is wider'],
    [standing(), standing(whole), 'The scope is wider'],
    [standing(whole), standing(), 'The scope is narrower'],
    [nothing, standing(), 'The scope is wider'],
    [
      standing(),
      standing({ features: ['pay'] }),
      'The scope is wider in one respect and narrower in another',
    ],
    [standing({}, late), standing({}, early), 'The impact began earlier than was thought'],
    [
      standing({}, early),
      standing({ affected: 'ALL_USERS', segments: [] }, late),
      'The scope is wider, and the impact began later than was thought',
    ],
    [standing(), standing({}, late), 'The start of the impact became known'],
  ])('says it in one sentence: %#', (from, to, says) => {
    expect(diffInWords(scopeDiff(from, to))).toBe(says);
  });
});
