import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { followUpsAttempts, reviewAttempts } from '../../../../test/support/histories/after.js';
import { clocksAttempts, standingIn } from '../../../../test/support/histories/clocks.js';
import { containmentAttempts } from '../../../../test/support/histories/containment.js';
import { declarations } from '../../../../test/support/histories/life.js';
import { incidentIds, logOf } from '../../../../test/support/histories/log-of-two.js';

const histories = fc.array(
  fc.oneof(
    { weight: 1, arbitrary: declarations },
    { weight: 1, arbitrary: fc.oneof(...containmentAttempts) },
    { weight: 2, arbitrary: fc.oneof(...clocksAttempts) },
    { weight: 6, arbitrary: fc.oneof(...reviewAttempts, ...followUpsAttempts) },
  ),
  { minLength: 20, maxLength: 80, size: 'max' },
);

describe('whatever comes after an incident', () => {
  it('is counted by the head: the findings that stand, the follow-ups that are open', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { states, rows } = logOf(history);
        states.forEach((state, index) => {
          if (state.status === 'undeclared') return;
          const own = (table: string) =>
            rows.all(table).filter((row) => row['incident'] === incidentIds[index]);
          const standing = own('findings').filter((row) => row['withdrawn_at'] === undefined);
          const open = own('follow_ups').filter((row) => row['state'] === 'OPEN');
          expect([state.findings, state.openFollowUps]).toEqual([standing.length, open.length]);
          const { review } = state;
          expect(own('reviews').map(({ lead }) => lead)).toEqual(review ? [review.lead] : []);
          expect(own('review_editions').map(({ edition }) => edition)).toEqual(
            Array.from({ length: review?.editions ?? 0 }, (_, nth) => nth + 1),
          );
        });
      }),
    );
  });

  it('is reminded of only while it is open, by what set its time last', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { rows } = logOf(history);
        for (const incident of incidentIds)
          for (const { nudge, about, caused_by: by } of standingIn(rows, incident)) {
            if (nudge !== 'FOLLOW_UP_OVERDUE') continue;
            const row = rows.find('follow_ups', about ?? '');
            expect([row?.['state'], row?.['timed_by']]).toEqual(['OPEN', by]);
          }
      }),
    );
  });
});
