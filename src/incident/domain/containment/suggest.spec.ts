import { describe, expect, it } from '@jest/globals';
import { builtIn } from '../../../../test/support/given-playbook.js';
import type { Playbook } from '../../../playbook/domain/playbook.js';
import { suggest as suggestBy } from './suggest.js';
import type { Attempt, Situation, Suspect } from './suggest.js';

const suggest = (situation: Situation, playbook: Pick<Playbook, 'suggestions'> = builtIn) =>
  suggestBy(situation, playbook);

const suspect = (change: string, minutes: number, service = change): Suspect => ({
  change,
  service,
  title: `Release of ${change}`,
  status: 'SUSPECT',
  secondsBefore: minutes * 60,
});
const situation = (differences: Partial<Situation> = {}): Situation => ({
  phase: 'INVESTIGATING',
  service: 'checkout',
  features: [],
  suspects: [],
  attempts: [],
  ...differences,
});
const attempt = (kind: Attempt['kind'], target: string, outcome: Attempt['outcome']): Attempt => ({
  kind,
  target,
  outcome,
});
const inShort = (given: Situation) =>
  suggest(given).map(({ kind, target, tried }) => [kind, target, tried]);

describe('what to try next', () => {
  it('is in the order of the playbook, the nearest suspect first', () => {
    const suspects = [suspect('cart', 4), suspect('login', 30), suspect('search', 90)];
    expect(inShort(situation({ suspects, features: ['Paying by card'] }))).toEqual([
      ['ROLLBACK', 'service/cart', null],
      ['ROLLBACK', 'service/login', null],
      ['ROLLBACK', 'service/search', null],
      ['FEATURE_DISABLE', 'feature/paying-by-card', null],
      ['REROUTE', 'service/checkout', null],
      ['MAINTENANCE_PAGE', 'service/checkout', null],
    ]);
  });

  it('begins with what is held to be the cause, however far it lies back', () => {
    const implicated: Suspect = { ...suspect('search', 90), status: 'IMPLICATED' };
    const [first, second] = suggest(situation({ suspects: [suspect('cart', 4), implicated] }));
    expect([first?.target, second?.target]).toEqual(['service/search', 'service/cart']);
    expect(first?.why).toContain('is held to be the cause');
  });

  it('is a rollback of what was linked while the beginning is not known', () => {
    const unknown: Suspect = { ...suspect('cart', 4), secondsBefore: null, service: null };
    expect(suggest(situation({ suspects: [unknown] }))[0]).toMatchObject({
      why: '"Release of cart" is a suspect',
      target: null,
      change: 'cart',
    });
  });

  it('names the change and says why', () => {
    expect(suggest(situation({ suspects: [suspect('cart', 4)] }))[0]).toEqual({
      kind: 'ROLLBACK',
      why: '"Release of cart", made 4 minutes before the impact began, is a suspect',
      target: 'service/cart',
      change: 'cart',
      earlierAttempts: 0,
      tried: null,
    });
    const [after] = suggest(situation({ suspects: [suspect('cart', -1)] }));
    expect(after?.why).toContain('1 minute after the impact began');
  });

  it('is no rollback without a suspect, and names no target that is not known', () => {
    expect(inShort(situation({ service: null }))).toEqual([
      ['FEATURE_DISABLE', null, null],
      ['REROUTE', null, null],
      ['MAINTENANCE_PAGE', null, null],
    ]);
    expect(inShort(situation({ features: ['???', 'a/b'] }))).toMatchObject([
      ['FEATURE_DISABLE', null, null],
      ['FEATURE_DISABLE', 'feature/a-b', null],
      ['REROUTE', 'service/checkout', null],
      ['MAINTENANCE_PAGE', 'service/checkout', null],
    ]);
  });

  it('is at most three of a kind', () => {
    const suspects = [1, 2, 3, 4].map((minutes) => suspect(`cart${minutes}`, minutes));
    const features = ['a', 'b', 'c', 'd'];
    const kinds = suggest(situation({ suspects, features })).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'ROLLBACK').length).toBe(3);
    expect(kinds.filter((kind) => kind === 'FEATURE_DISABLE').length).toBe(3);
  });

  it('puts last what did not help, with its latest outcome', () => {
    const attempts = [
      attempt('ROLLBACK', 'service/cart', 'NO_EFFECT'),
      attempt('ROLLBACK', 'service/cart', 'MADE_WORSE'),
      attempt('ROLLBACK', 'service/cart', 'ABANDONED'),
    ];
    const suggestions = suggest(situation({ suspects: [suspect('cart', 4)], attempts }));
    expect(suggestions.at(0)).toMatchObject({ kind: 'FEATURE_DISABLE', earlierAttempts: 0 });
    expect(suggestions.at(-1)).toMatchObject({
      kind: 'ROLLBACK',
      earlierAttempts: 3,
      tried: 'MADE_WORSE',
    });
  });

  it('counts what worked or was abandoned, and suggests it still', () => {
    const attempts = [
      attempt('REROUTE', 'service/checkout', 'WORKED'),
      attempt('REROUTE', 'service/checkout', 'ABANDONED'),
      attempt('REROUTE', 'service/search', 'NO_EFFECT'),
      attempt('RESTART', 'service/checkout', 'NO_EFFECT'),
    ];
    expect(suggest(situation({ attempts }))).toMatchObject([
      { kind: 'FEATURE_DISABLE' },
      { kind: 'REROUTE', earlierAttempts: 2, tried: null },
      { kind: 'MAINTENANCE_PAGE', earlierAttempts: 0 },
    ]);
  });

  it('counts every action of the kind where no target is known', () => {
    const attempts = [attempt('FEATURE_DISABLE', 'flag/cart', 'NO_EFFECT')];
    expect(suggest(situation({ attempts })).at(-1)).toMatchObject({
      kind: 'FEATURE_DISABLE',
      earlierAttempts: 1,
      tried: 'NO_EFFECT',
    });
  });

  it('leaves out what is under way', () => {
    const attempts = [attempt('ROLLBACK', 'service/cart', null)];
    const suspects = [suspect('cart', 4), suspect('search', 5)];
    expect(inShort(situation({ suspects, attempts }))[0]).toEqual([
      'ROLLBACK',
      'service/search',
      null,
    ]);
  });

  it.each(['CONTAINED', 'RESOLVED'] as const)('is nothing once it is %s', (phase) => {
    expect(suggest(situation({ phase, suspects: [suspect('cart', 4)] }))).toEqual([]);
  });

  it('is what the playbook says, in its order and words', () => {
    const suggestions = [
      { kind: 'FAILOVER', of: 'SERVICE', why: '{{service}} has a standby' },
      { kind: 'CONFIG_CHANGE', of: 'CHANGE', why: 'Undo {{change}}' },
    ] as const;
    const given = situation({ suspects: [suspect('cart', 4)] });
    expect(suggest(given, { suggestions })).toMatchObject([
      { kind: 'FAILOVER', why: 'checkout has a standby', target: 'service/checkout', change: null },
      { kind: 'CONFIG_CHANGE', why: 'Undo Release of cart', change: 'cart' },
    ]);
    expect(suggest(given, { suggestions: [] })).toEqual([]);
  });

  it('says so where the service or the features are not known', () => {
    const whys = suggest(situation({ service: null })).map(({ why }) => why);
    expect(whys).toEqual([
      'If one feature or flag does the harm, users can do without it for a while',
      'Traffic that does not reach what is broken is not hurt by it',
      'If nothing else helps, a page that says so is better than errors of what is broken',
    ]);
  });
});
