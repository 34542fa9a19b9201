import { describe, it } from '@jest/globals';
import { reviewStarted } from '../../../../test/support/given-after.js';
import { ada, declared, given, grace, resolved } from '../../../../test/support/given-incident.js';
import { granted } from '../sight/grant.js';
import { changeReview } from './change-review.js';

const facts = { mayRespond: true, grants: {} };
const dueAt = '2019-07-09T12:00:00.000000Z';
const led = given(declared, resolved, reviewStarted({ dueAt }));

describe('changeReview', () => {
  it('hands the review over, and keeps when it is due', () => {
    led.when(changeReview, { lead: grace }, facts).then({
      type: 'ReviewChanged',
      data: { lead: grace, dueAt, formerLead: ada },
    });
  });

  it('says when it is due, and keeps the lead', () => {
    const later = '2019-07-16T12:00:00.000000Z';
    led
      .when(changeReview, { dueAt: later }, { ...facts, mayRespond: false })
      .then({ type: 'ReviewChanged', data: { lead: ada, dueAt: later } });
  });

  it('gives the new lead sight of a restricted incident', () => {
    given(declared, resolved, { type: 'IncidentRestricted', data: {} }, reviewStarted())
      .when(changeReview, { lead: grace }, facts)
      .then(
        { type: 'ReviewChanged', data: { lead: grace, dueAt: undefined, formerLead: ada } },
        granted(grace),
      );
  });

  it('is already true of what stands', () => {
    led.when(changeReview, { lead: ada, dueAt }, facts).thenNothing();
    led.when(changeReview, {}, facts).thenNothing();
    given(declared, resolved, reviewStarted()).when(changeReview, {}, facts).thenNothing();
  });

  it('needs a review, and a lead who may respond', () => {
    given(declared, resolved)
      .when(changeReview, { lead: grace }, facts)
      .thenRefused('REVIEW_NOT_STARTED');
    led
      .when(changeReview, { lead: grace }, { ...facts, mayRespond: false })
      .thenRefused({ code: 'NOT_A_RESPONDER', path: ['input', 'lead'] });
    given().when(changeReview, {}, facts).thenRefused('INCIDENT_NOT_FOUND');
  });
});
