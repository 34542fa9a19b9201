import { describe, expect, it } from '@jest/globals';
import { contained, declared, given, resolved } from '../../../../test/support/given-incident.js';
import { happened } from '../../../../test/support/given.js';
import type { IncidentEvent } from '../events.js';
import { applies, evolve } from '../incident.js';

const lost: IncidentEvent = { type: 'ContainmentLost', data: { reason: 'Errors', evidence: [] } };

describe('an event of containment that makes no sense where it stands', () => {
  it.each<[string, IncidentEvent[], IncidentEvent]>([
    ['lost before it was contained', [declared], lost],
    ['lost twice', [declared, contained, lost], lost],
    ['lost after resolution', [declared, contained, resolved], lost],
    ['contained twice', [declared, contained, lost, contained], contained],
  ])('leaves the state alone: %s', (_, past, event) => {
    const { state } = given(...past);
    const next = happened(event, past.length + 1);
    expect(applies(state, next)).toBe(false);
    expect(evolve(state, next)).toBe(state);
  });
});
