import { describe, expect, it } from '@jest/globals';
import {
  approved,
  declared,
  expired,
  finished,
  given,
  proposed,
  rejected,
  resolved,
  started,
  withdrawn,
} from '../../../../test/support/given-incident.js';
import { happened, sampleId } from '../../../../test/support/given.js';
import type { IncidentEvent } from '../events.js';
import { applies, evolve } from '../incident.js';
import type { Incident } from '../incident.js';

const many = (count: number, make: (data: { action: string }) => IncidentEvent): IncidentEvent[] =>
  Array.from({ length: count }, (_, index) => make({ action: sampleId('act', `many${index}`) }));
const extended = (afterExpiry?: true): IncidentEvent => ({
  type: 'ActionExtended',
  data: {
    action: sampleId('act', '1'),
    lease: 'PT5M',
    leaseUntil: '2019-07-02T15:00:00.000000Z',
    afterExpiry,
  },
});
const late = finished({ afterExpiry: true });
const counts = (state: Incident) =>
  state.status === 'declared' ? [state.openProposals, state.openActions] : [];

describe('the counts of an incident', () => {
  it.each<[IncidentEvent[], [number, number]]>([
    [[proposed()], [1, 0]],
    [
      [proposed(), approved],
      [1, 0],
    ],
    [
      [proposed(), rejected],
      [0, 0],
    ],
    [
      [proposed(), approved, withdrawn],
      [0, 0],
    ],
    [
      [proposed(), started({ approved: false })],
      [0, 1],
    ],
    [
      [proposed(), approved, started({ approved: true })],
      [0, 1],
    ],
    [
      [proposed(), started()],
      [1, 1],
    ],
    [
      [started(), extended()],
      [0, 1],
    ],
    [
      [started(), expired],
      [0, 0],
    ],
    [
      [started(), expired, extended(true)],
      [0, 1],
    ],
    [
      [started(), expired, late],
      [0, 0],
    ],
    [
      [started(), expired, extended(true), finished()],
      [0, 0],
    ],
  ])('after %#', (past, expected) => {
    expect(counts(given(declared, ...past).state)).toEqual(expected);
  });
});

describe('an event of actions that makes no sense where it stands', () => {
  it.each<[string, IncidentEvent[], IncidentEvent]>([
    ['a proposal too many', many(100, proposed), proposed()],
    ['a proposal after resolution', [resolved], proposed()],
    ['an approval without a proposal', [], approved],
    ['a rejection without a proposal', [], rejected],
    ['a withdrawal without a proposal', [], withdrawn],
    ['the start of a proposal that is none', [], started({ approved: true })],
    ['an extension of nothing', [], extended()],
    ['a fifty-first action by extension', many(50, started), extended(true)],
    ['the end of a lease that nobody has', [], expired],
    ['an end of nothing', [], finished()],
  ])('leaves the state alone: %s', (_, past, event) => {
    const { state } = given(declared, ...past);
    const next = happened(event, past.length + 2);
    expect(applies(state, next)).toBe(false);
    expect(evolve(state, next)).toBe(state);
  });
});
