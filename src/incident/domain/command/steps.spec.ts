import { describe, expect, it } from '@jest/globals';
import {
  accepted,
  declined,
  expired,
  lin,
  offered,
  relinquished,
  withdrawn,
} from '../../../../test/support/given-command.js';
import {
  ada,
  commandTaken,
  declared,
  given,
  resolved,
} from '../../../../test/support/given-incident.js';
import { happened } from '../../../../test/support/given.js';
import type { IncidentEvent } from '../events.js';
import { applies, evolve } from '../incident.js';

const takenAgain = { type: 'CommandTaken', data: { term: 2, member: lin } } as const;
const byLin: IncidentEvent = {
  type: 'CommandAccepted',
  data: { term: 2, member: lin, formerCommander: ada },
};

describe('an event of command that makes no sense where it stands', () => {
  it.each([
    ['an offer while nobody commands', [declared], offered],
    ['an offer beside another', [declared, commandTaken, offered], offered],
    ['an offer of another term', [declared, commandTaken, relinquished, takenAgain], offered],
    ['an offer after resolution', [declared, commandTaken, resolved], offered],
    ['acceptance without an offer', [declared, commandTaken], accepted],
    ['acceptance by another', [declared, commandTaken, offered], byLin],
    ['acceptance after resolution', [declared, commandTaken, offered, resolved], accepted],
    [
      'an offer declined that was withdrawn',
      [declared, commandTaken, offered, withdrawn],
      declined,
    ],
    ['an offer expired that was accepted', [declared, commandTaken, offered, accepted], expired],
    ['an offer withdrawn twice', [declared, commandTaken, offered, withdrawn], withdrawn],
    ['command relinquished twice', [declared, commandTaken, relinquished], relinquished],
    ['command relinquished of another', [declared, commandTaken, offered, accepted], relinquished],
  ])('leaves the state alone: %s', (_, past, event) => {
    const { state } = given(...past);
    const next = happened(event, past.length + 1);
    expect(applies(state, next)).toBe(false);
    expect(evolve(state, next)).toBe(state);
  });
});
