import { describe, it } from '@jest/globals';
import {
  completed,
  done,
  followUp,
  followUpAdded,
  knownFollowUp,
  lastWeek,
  reopened,
} from '../../../../test/support/given-after.js';
import { declared, given } from '../../../../test/support/given-incident.js';
import { sampleId } from '../../../../test/support/given.js';
import { reopenFollowUp } from './reopen-follow-up.js';
import { maxOpenFollowUps } from './state.js';

const over = given(declared, followUpAdded(), completed());
const full = Array.from({ length: maxOpenFollowUps }, (_, n) =>
  followUpAdded({ followUp: sampleId('fol', String(n)) }),
);

describe('reopenFollowUp', () => {
  it('reopens it, due when it was before', () => {
    over.when(reopenFollowUp, { followUp }, knownFollowUp({}, done)).then(reopened);
    over
      .when(reopenFollowUp, { followUp, reason: 'No' }, knownFollowUp({ dueAt: lastWeek }, done))
      .then({ type: 'FollowUpReopened', data: { followUp, dueAt: lastWeek, reason: 'No' } });
  });

  it('is already true of one that is open', () => {
    over.when(reopenFollowUp, { followUp }, knownFollowUp()).thenNothing();
  });

  it('needs a follow-up, and room', () => {
    over.when(reopenFollowUp, { followUp }).thenRefused('FOLLOW_UP_NOT_FOUND');
    given()
      .when(reopenFollowUp, { followUp }, knownFollowUp({}, done))
      .thenRefused('INCIDENT_NOT_FOUND');
    given(declared, ...full)
      .when(reopenFollowUp, { followUp }, knownFollowUp({}, done))
      .thenRefused('TOO_MANY_FOLLOW_UPS');
  });
});
