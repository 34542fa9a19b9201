import { describe, expect, it } from '@jest/globals';
import { assigned, released } from '../../../../test/support/given-command.js';
import { ada, commandTaken, declared, given } from '../../../../test/support/given-incident.js';
import { happened } from '../../../../test/support/given.js';
import { applies, evolve } from '../incident.js';

const fifty = Array.from({ length: 50 }, () => assigned());
const adaLeft = { type: 'ResponderLeft', data: { member: ada } } as const;

describe('an event of roles that makes no sense where it stands', () => {
  it.each([
    ['a role too many', [declared, ...fifty], assigned()],
    ['a role released that nobody has', [declared, assigned(), released()], released()],
    ['a commander who left', [declared, commandTaken], adaLeft],
  ])('leaves the state alone: %s', (_, past, event) => {
    const { state } = given(...past);
    const next = happened(event, past.length + 1);
    expect(applies(state, next)).toBe(false);
    expect(evolve(state, next)).toBe(state);
  });
});

describe('the head of an incident', () => {
  it('counts the roles that are held', () => {
    expect(given(declared, assigned(), assigned(), released()).state).toMatchObject({
      heldRoles: 1,
    });
  });
});
