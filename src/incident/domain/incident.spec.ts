import { describe, expect, it } from '@jest/globals';
import {
  assessed,
  commandTaken,
  contained,
  declared,
  finished,
  given,
  grace,
  resolved,
  started,
} from '../../../test/support/given-incident.js';
import { happened, sampleId } from '../../../test/support/given.js';
import type { IncidentEvent } from './events.js';
import { applies, evolve } from './incident.js';

const term = (number: number): IncidentEvent => ({
  type: 'CommandTaken',
  data: { term: number, member: grace },
});
const fifty = Array.from({ length: 50 }, (_, index) =>
  started({ action: sampleId('act', `many${index}`) }),
);

describe('an event that makes no sense where it stands', () => {
  it.each<[string, IncidentEvent[], IncidentEvent]>([
    ['declared twice', [declared], declared],
    ['a note before the declaration', [], { type: 'NoteAdded', data: { text: 'Hm' } }],
    ['a scope before the declaration', [], assessed()],
    ['command taken from another', [declared, commandTaken], term(2)],
    ['a term left out', [declared], term(2)],
    ['a term that was already', [declared], term(0)],
    ['command taken after resolution', [declared, resolved], term(1)],
    ['an action started after resolution', [declared, resolved], started()],
    ['an action too many', [declared, ...fifty], started()],
    ['an action finished that is not open', [declared, started(), finished()], finished()],
    ['contained twice', [declared, contained], contained],
    ['contained after resolution', [declared, resolved], contained],
    ['resolved twice', [declared, resolved], resolved],
  ])('leaves the state alone: %s', (_, past, event) => {
    const { state } = given(...past);
    const next = happened(event, past.length + 1);
    expect(applies(state, next)).toBe(false);
    expect(evolve(state, next)).toBe(state);
  });
});

describe('an incident', () => {
  it('remembers what decisions and its row need', () => {
    expect(given(declared, commandTaken, assessed(), started(), contained).state).toStrictEqual({
      status: 'declared',
      number: 42,
      reference: 'INC-42',
      title: 'Checkout fails',
      severity: 'SEV2',
      mode: 'REAL',
      mergedInto: null,
      playbook: null,
      nudges: {},
      opened: sampleId('evt', '1'),
      since: {},
      helpEngaged: 0,
      review: null,
      findings: 0,
      openFollowUps: 0,
      phase: 'CONTAINED',
      service: 'checkout',
      declaredAt: '2019-07-02T13:40:00.000000Z',
      containedAt: '2019-07-02T13:44:00.000000Z',
      firstContainedAt: '2019-07-02T13:44:00.000000Z',
      containedFor: 0,
      containmentsLost: 0,
      acknowledgedAt: null,
      resolvedAt: null,
      resolvedFrom: null,
      closedAt: null,
      labels: [],
      restricted: false,
      references: 0,
      impactStartedAt: null,
      impactStartSource: null,
      term: 1,
      commander: { member: sampleId('mem', 'ada'), since: '2019-07-02T13:41:00.000000Z' },
      vacantSince: null,
      offer: null,
      heldRoles: 0,
      scope: { event: sampleId('evt', '3'), count: 1 },
      scopeRevisions: 1,
      openActions: 1,
      checks: [],
      hypotheses: 0,
      pinnedEntries: 0,
      openProposals: 0,
      latestUpdates: {},
      promises: {},
    });
  });
});
