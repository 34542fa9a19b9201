import { describe, expect, it } from '@jest/globals';
import {
  ada,
  byGrace,
  byTool,
  commandTaken,
  declared,
  given,
} from '../../../../test/support/given-incident.js';
import { relinquished } from '../../../../test/support/given-command.js';
import { usualFacts } from '../../../../test/support/given.js';
import { directedTerm, directiveRefusals } from './directive.js';
import type { DeclaredIncident } from '../incident.js';

const vacant = given(declared).state as DeclaredIncident;
const commanded = given(declared, commandTaken).state as DeclaredIncident;
const byAda = usualFacts;
const byGraceToo = { ...usualFacts, ...byGrace };
const ruleAda = { actor: { kind: 'POLICY', id: ada } } as const;

describe('a directive', () => {
  it.each([
    ['of the commander, without a term', undefined, commanded, byAda],
    ['of the commander, with the current term', 1, commanded, byAda],
    ['of another member, with the current term', 1, commanded, byGrace],
    ['of a tool, with the current term', 1, commanded, byTool],
    ['of anybody, while nobody commands', undefined, vacant, byTool],
  ])('is free: %s', (_, term, incident, by) => {
    expect(directiveRefusals(term, incident, { ...usualFacts, ...by })).toEqual([]);
  });

  const current = { currentTerm: 1, commander: ada };
  const required = { code: 'TERM_REQUIRED', path: ['input', 'term'], ...current };
  const stale = { code: 'STALE_TERM', path: ['input', 'term'], ...current };

  it.each([
    ['of another member, without a term', undefined, byGrace, required],
    ['of a tool, without a term', undefined, byTool, required],
    ['of a rule that is called as the commander', undefined, ruleAda, required],
    ['of another member, with another term', 2, byGrace, stale],
    ['of the commander, with another term', 2, byAda, stale],
  ])('is refused: %s', (_, term, by, refusal) => {
    expect(directiveRefusals(term, commanded, { ...usualFacts, ...by })).toMatchObject([refusal]);
  });

  it('is refused: with a term, while nobody commands', () => {
    expect(directiveRefusals(1, vacant, byAda)).toMatchObject([
      { ...stale, currentTerm: 0, commander: null },
    ]);
  });

  it('is refused: with the term of whoever relinquished command', () => {
    const relinquishedIn1 = given(declared, commandTaken, relinquished).state as DeclaredIncident;
    expect(directiveRefusals(1, relinquishedIn1, byAda)).toMatchObject([
      { ...stale, currentTerm: 1, commander: null },
    ]);
    expect(directiveRefusals(undefined, relinquishedIn1, byGraceToo)).toEqual([]);
    expect(directedTerm(relinquishedIn1)).toBeUndefined();
  });

  it('is recorded under the term of the commander, if there is one', () => {
    expect(directedTerm(commanded)).toBe(1);
    expect(directedTerm(vacant)).toBeUndefined();
  });
});
