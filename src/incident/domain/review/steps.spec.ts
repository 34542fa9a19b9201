import { describe, expect, it } from '@jest/globals';
import {
  finding,
  recorded,
  reviewStarted,
  withdrawnFinding,
} from '../../../../test/support/given-after.js';
import {
  ada,
  declared,
  given,
  grace,
  incidentFold,
} from '../../../../test/support/given-incident.js';
import { happened } from '../../../../test/support/given.js';
import type { IncidentEvent } from '../events.js';

const dueAt = '2019-07-09T12:00:00.000000Z';
const changed: IncidentEvent = { type: 'ReviewChanged', data: { lead: grace, dueAt } };
const revised: IncidentEvent = {
  type: 'FindingRevised',
  data: { finding, findingKind: 'OTHER', text: 'So', evidence: [] },
};
const edition = (number: number): IncidentEvent => ({
  type: 'ReviewPublished',
  data: { edition: number, text: 'So' },
});
const applies = (past: readonly IncidentEvent[], event: IncidentEvent): boolean =>
  incidentFold.applies(given(declared, ...past).state, happened(event, 9));

describe('the head of an incident', () => {
  it('knows who leads the review, when it is due and how often it was published', () => {
    expect(given(declared).state).toMatchObject({ review: null, findings: 0 });
    expect(given(declared, reviewStarted()).state).toMatchObject({
      review: { lead: ada, dueAt: null, editions: 0 },
    });
    expect(given(declared, reviewStarted(), edition(1), changed, edition(2)).state).toMatchObject({
      review: { lead: grace, dueAt, editions: 2 },
    });
  });

  it('counts the findings that stand', () => {
    expect(given(declared, recorded(), recorded(), revised).state).toMatchObject({ findings: 2 });
    expect(given(declared, recorded(), withdrawnFinding).state).toMatchObject({ findings: 0 });
  });

  it.each<[string, IncidentEvent[], IncidentEvent, boolean]>([
    ['a second review', [reviewStarted()], reviewStarted(), false],
    ['a change of no review', [], changed, false],
    ['a first edition', [reviewStarted()], edition(1), true],
    ['an edition of no review', [], edition(1), false],
    ['a second edition before the first', [reviewStarted()], edition(2), false],
    ['the same edition again', [reviewStarted(), edition(1)], edition(1), false],
    ['a revision where nothing stands', [recorded(), withdrawnFinding], revised, false],
    ['a withdrawal where nothing stands', [], withdrawnFinding, false],
  ])('takes %s or not', (_what, past, event, fits) => {
    expect(applies(past, event)).toBe(fits);
  });
});
