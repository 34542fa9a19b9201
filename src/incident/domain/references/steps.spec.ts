import { describe, expect, it } from '@jest/globals';
import { declared, given } from '../../../../test/support/given-incident.js';
import { happened } from '../../../../test/support/given.js';
import { sentence } from '../../../../test/support/sentence.js';
import type { IncidentEvent } from '../events.js';
import { applies } from '../incident.js';

const thing = { system: 'chat', externalKey: 'C1' };
const bound = (data: { again?: boolean; caption?: string } = {}): IncidentEvent => ({
  type: 'ReferenceBound',
  data: { referenceKind: 'CHAT_CHANNEL', ...thing, ...data },
});
const unbound: IncidentEvent = { type: 'ReferenceUnbound', data: thing };

describe('the steps of references', () => {
  it('count what is bound', () => {
    const again = bound({ again: true });
    expect(given(declared, bound(), again).state).toMatchObject({ references: 1 });
    expect(given(declared, bound(), unbound).state).toMatchObject({ references: 0 });
  });

  it('fit while something is bound, and while there is room', () => {
    expect(applies(given(declared).state, happened(unbound, 2))).toBe(false);
    const full = given(declared, ...Array.from({ length: 50 }, () => bound())).state;
    expect(applies(full, happened(bound(), 52))).toBe(false);
    expect(applies(full, happened(bound({ again: true }), 52))).toBe(true);
  });
});

describe('the events of references', () => {
  it.each<[IncidentEvent, string]>([
    [bound(), 'Ada bound the channel C1 in chat'],
    [bound({ caption: 'inc-42' }), 'Ada bound the channel inc-42 in chat'],
    [unbound, 'Ada unbound C1 in chat'],
  ])('read as a log: %#', (event, says) => {
    expect(sentence(event)).toBe(says);
  });
});
