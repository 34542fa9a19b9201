import { describe, expect, it } from '@jest/globals';
import { choose, fits } from './choose.js';
import type { Candidate, Occasion } from './choose.js';

const rule = (differences: Partial<Candidate['appliesTo'][number]> = {}) => ({
  ...{ services: [], severities: [], modes: [], priority: 0 },
  ...differences,
});
const candidate = (name: string, ...appliesTo: Candidate['appliesTo']): Candidate => ({
  ...{ name, version: 1 },
  appliesTo,
});
const occasion: Occasion = { service: 'checkout', severity: 'SEV2', mode: 'REAL' };
const chosen = (...candidates: Candidate[]) => choose(candidates, occasion)?.name;

describe('the playbook for an incident', () => {
  it.each<[object, boolean]>([
    [{}, true],
    [{ services: ['search', 'check*'] }, true],
    [{ services: ['search'] }, false],
    [{ severities: ['SEV1', 'SEV2'] }, true],
    [{ severities: ['SEV1'] }, false],
    [{ modes: ['REAL'] }, true],
    [{ modes: ['DRILL'] }, false],
    [{ services: ['checkout'], severities: ['SEV1'] }, false],
  ])('is the one whose rule holds in all that it says: %j', (said, holds) => {
    expect(chosen(candidate('shop', rule(said)))).toBe(holds ? 'shop' : undefined);
  });

  it('has any of its rules hold', () => {
    const [no, yes] = [rule({ severities: ['SEV5'] }), rule({ priority: 2 })];
    expect(choose([candidate('shop', no, yes)], occasion)).toEqual({
      ...{ name: 'shop', version: 1 },
      rule: yes,
    });
    expect(chosen(candidate('shop'))).toBeUndefined();
  });

  it('is that of the highest priority, and then of the first name', () => {
    const [b, a] = [candidate('b', rule()), candidate('a', rule())];
    expect(chosen(b, a)).toBe('a');
    expect(chosen(b, a, candidate('c', rule({ priority: 1 })))).toBe('c');
  });

  it('is told with the first of its rules that hold', () => {
    const rules = [['checkout'], ['check*'], ['*']].map((services) => rule({ services }));
    expect(choose([candidate('shop', ...rules)], occasion)?.rule).toBe(rules[0]);
  });

  it('is for no service by name where none is known', () => {
    const any = candidate('any', rule({ services: ['*'] }));
    expect(choose([any], { severity: 'SEV1', mode: 'REAL' })).toBeUndefined();
  });

  it.each<[string, string, boolean]>([
    ['checkout', 'checkout', true],
    ['Checkout', 'CHECKOUT', true],
    ['check', 'checkout', false],
    ['*', '', true],
    ['check*', 'checkout', true],
    ['*out', 'checkout', true],
    ['*eck*u*', 'checkout', true],
    ['c*c*t', 'checkout', true],
    ['check*kout', 'checkout', false],
    ['a*a', 'a', false],
    ['**', 'x', true],
    ['che.kout', 'checkout', false],
    [`${'*a'.repeat(50)}b`, 'a'.repeat(100), false],
  ])('fits %j to %j: %s', (pattern, name, does) => {
    expect(fits(pattern, name)).toBe(does);
  });
});
