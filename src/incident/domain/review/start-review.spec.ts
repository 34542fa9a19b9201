import { describe, it } from '@jest/globals';
import { reviewStarted } from '../../../../test/support/given-after.js';
import {
  ada,
  byTool,
  contained,
  declared,
  given,
  grace,
  resolved,
} from '../../../../test/support/given-incident.js';
import type { IncidentEvent } from '../events.js';
import { granted } from '../sight/grant.js';
import { startReview } from './start-review.js';

const facts = { mayRespond: true, grants: {} };
const dueAt = '2019-07-09T12:00:00.000000Z';
const restricted: IncidentEvent = { type: 'IncidentRestricted', data: {} };
const closed: IncidentEvent = { type: 'IncidentClosed', data: {} };
const retrospective = { ...declared, data: { ...declared.data, mode: 'RETROSPECTIVE' } } as const;

describe('startReview', () => {
  it('is led by whoever starts it, or whom they name', () => {
    given(declared, resolved)
      .when(startReview, { dueAt }, facts)
      .then(reviewStarted({ lead: ada, dueAt }));
    given(declared, resolved)
      .when(startReview, { lead: grace }, facts)
      .then(reviewStarted({ lead: grace }));
  });

  it('may start once users are safe, and in retrospect at once', () => {
    given(declared, contained).when(startReview, {}, facts).then(reviewStarted());
    given(declared, resolved, closed).when(startReview, {}, facts).then(reviewStarted());
    given(retrospective).when(startReview, {}, facts).then(reviewStarted());
    given(declared)
      .when(startReview, {}, facts)
      .thenRefused({ code: 'WRONG_PHASE', phase: 'INVESTIGATING' });
  });

  it('is already true if they lead it, and says who leads it otherwise', () => {
    const led = given(declared, resolved, reviewStarted({ dueAt }));
    led.when(startReview, {}, facts).thenNothing();
    led.when(startReview, { dueAt }, facts).thenNothing();
    led
      .when(startReview, { lead: grace }, facts)
      .thenRefused({ code: 'REVIEW_STARTED', lead: ada });
    led
      .when(startReview, { dueAt: '2019-07-10T12:00:00.000000Z' }, facts)
      .thenRefused('REVIEW_STARTED');
  });

  it('takes a lead: a tool has to name one, and one who may respond', () => {
    given(declared, resolved)
      .when(startReview, {}, { ...facts, ...byTool })
      .thenRefused('PERSON_REQUIRED');
    given(declared, resolved)
      .when(startReview, { lead: grace }, { ...facts, ...byTool })
      .then(reviewStarted({ lead: grace }));
    given(declared)
      .when(startReview, { lead: grace }, { ...facts, mayRespond: false })
      .thenRefused('WRONG_PHASE', { code: 'NOT_A_RESPONDER', path: ['input', 'lead'] });
  });

  it('gives the lead sight of a restricted incident, once', () => {
    const hidden = given(declared, resolved, restricted);
    hidden
      .when(startReview, { lead: grace }, facts)
      .then(reviewStarted({ lead: grace }), granted(grace));
    hidden
      .when(startReview, { lead: grace }, { ...facts, grants: { [grace]: 'LASTING' } })
      .then(reviewStarted({ lead: grace }));
    hidden.when(startReview, {}, facts).then(reviewStarted());
  });

  it('needs an incident', () => {
    given().when(startReview, {}, facts).thenRefused('INCIDENT_NOT_FOUND');
  });
});
