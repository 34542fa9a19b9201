import { describe, it } from '@jest/globals';
import { reviewStarted } from '../../../../test/support/given-after.js';
import { declared, given, resolved } from '../../../../test/support/given-incident.js';
import type { IncidentEvent } from '../events.js';
import { publishReview } from './publish-review.js';

const text = 'A rule used all CPU';
const url = 'https://docs.example.com/7';
const edition = (number: number, said: object = {}): IncidentEvent => ({
  type: 'ReviewPublished',
  data: { edition: number, text, ...said },
});

describe('publishReview', () => {
  it('makes edition after edition', () => {
    given(declared, resolved, reviewStarted())
      .when(publishReview, { text, url })
      .then(edition(1, { url }));
    given(declared, resolved, reviewStarted(), edition(1))
      .when(publishReview, { text: 'More is known' }, { latest: { text } })
      .then(edition(2, { text: 'More is known' }));
    given(declared, resolved, reviewStarted(), edition(1))
      .when(publishReview, { text, url }, { latest: { text } })
      .then(edition(2, { url }));
  });

  it('is already true of the latest edition', () => {
    given(declared, resolved, reviewStarted(), edition(1, { url }))
      .when(publishReview, { text, url }, { latest: { text, url } })
      .thenNothing();
  });

  it('needs a review that was started', () => {
    given(declared, resolved).when(publishReview, { text }).thenRefused('REVIEW_NOT_STARTED');
    given().when(publishReview, { text }).thenRefused('INCIDENT_NOT_FOUND');
  });
});
