import { describe, expect, it } from '@jest/globals';
import { finding, recorded, reviewStarted } from '../../../../test/support/given-after.js';
import { ada, grace } from '../../../../test/support/given-incident.js';
import { sentence } from '../../../../test/support/sentence.js';
import type { IncidentEvent } from '../events.js';

const dueAt = '2019-07-09T12:00:00.000000Z';

describe('the events of a review', () => {
  it.each<[IncidentEvent, string]>([
    [reviewStarted({ lead: grace }), 'Ada started the review, led by Grace'],
    [
      reviewStarted({ dueAt }),
      'Ada started the review, led by Ada, to be published by 2019-07-09 12:00 UTC',
    ],
    [
      { type: 'ReviewChanged', data: { lead: grace, formerLead: ada } },
      'Ada handed the review from Ada to Grace',
    ],
    [
      { type: 'ReviewChanged', data: { lead: ada, dueAt } },
      'Ada planned the review, to be published by 2019-07-09 12:00 UTC',
    ],
    [recorded(), 'Ada recorded the trigger: A new rule'],
    [recorded({ findingKind: 'GOT_LUCKY' }), 'Ada recorded where we got lucky: A new rule'],
    [
      {
        type: 'FindingRevised',
        data: { finding, findingKind: 'CONTRIBUTING_FACTOR', text: 'Load', evidence: [] },
      },
      'Ada revised a contributing factor: Load',
    ],
    [
      { type: 'FindingWithdrawn', data: { finding, reason: 'It does not hold' } },
      `Ada withdrew ${finding}: It does not hold`,
    ],
    [
      { type: 'ReviewPublished', data: { edition: 1, text: 'What we\nlearned' } },
      'Ada published the review: What we learned',
    ],
    [
      { type: 'ReviewPublished', data: { edition: 2, text: 'More' } },
      'Ada published edition 2 of the review: More',
    ],
  ])('read as a log: %#', (event, says) => {
    expect(sentence(event)).toBe(says);
  });
});
