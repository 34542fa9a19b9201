import { describe, expect, it } from '@jest/globals';
import {
  followUp,
  followUpAdded,
  nextWeek,
  overdue,
} from '../../../../test/support/given-after.js';
import {
  commandTaken,
  declared,
  given,
  resolved,
} from '../../../../test/support/given-incident.js';
import { sampleId } from '../../../../test/support/given.js';
import { builtIn } from '../../../../test/support/given-playbook.js';
import { snoozeNudge } from './snooze-nudge.js';
import type { IncidentEvent } from '../events.js';
import type { Things } from './things.js';

const causedBy = sampleId('evt', '1');
const facts = {
  playbook: builtIn,
  things: [],
  thingNudges: {},
  dueAt: '2019-07-02T14:10:00.000000Z',
};
const [nudge, about, reason] = ['SILENCE', 'CUSTOMERS', 'Mail is down'] as const;
const until = '2019-07-02T14:30:00.000000Z';
const snooze = { nudge, about, until, reason };
const snoozed: IncidentEvent = {
  type: 'NudgeSnoozed',
  data: { nudge, about, causedBy, until, reason },
};
const raised: IncidentEvent = { type: 'NudgeRaised', data: { nudge, about, causedBy } };
const at = (time: string) => `2019-07-0${time}:00.000000Z`;

const overdueName = `FOLLOW_UP_OVERDUE ${followUp}`;
const overdueOne = { nudge: 'FOLLOW_UP_OVERDUE', about: followUp, reason } as const;
const dueOnly = (time: string): Things => ({
  things: [{ ...overdue, by: overdue.causedBy, until: time }],
  thingNudges: {},
});
const remindedSince = (time: string): Things => ({
  ...dueOnly(time),
  thingNudges: { [overdueName]: { causedBy: overdue.causedBy, until: null } },
});

describe('snoozeNudge', () => {
  it('puts off what is still to come', () => {
    const decision = given(declared).when(snoozeNudge, snooze, facts).then(snoozed);
    expect(decision.due).toEqual([{ kind: 'nudge', subject: 'SILENCE CUSTOMERS', at: until }]);
  });

  it('puts off what was raised, by minutes from now', () => {
    given(declared, raised)
      .when(
        snoozeNudge,
        { ...snooze, until: undefined, minutes: 30 },
        { ...facts, dueAt: undefined },
      )
      .then(snoozed);
  });

  it('may be changed, to an earlier time too', () => {
    given(declared, snoozed)
      .when(snoozeNudge, { ...snooze, until: at('2T14:05') }, { ...facts, dueAt: until })
      .then({ ...snoozed, data: { ...snoozed.data, until: at('2T14:05') } });
  });

  it('is already true when it is put off until then', () => {
    given(declared, snoozed)
      .when(snoozeNudge, { ...snooze, reason: 'Another' }, facts)
      .thenNothing();
  });

  it('refuses what does not run', () => {
    given(declared, commandTaken)
      .when(snoozeNudge, { ...snooze, nudge: 'NO_COMMANDER', about: undefined }, facts)
      .thenRefused({ code: 'CLOCK_NOT_RUNNING', path: ['input', 'nudge'] });
    given(declared)
      .when(snoozeNudge, { ...snooze, about: 'NOBODY' }, facts)
      .thenRefused('CLOCK_NOT_RUNNING');
    given(declared, resolved).when(snoozeNudge, snooze, facts).thenRefused('CLOCK_NOT_RUNNING');
  });

  it.each<[string, { until?: string; minutes?: number }, string]>([
    ['that is past', { until: at('2T13:59') }, 'until'],
    ['that is now', { until: at('2T14:00') }, 'until'],
    ['at which it comes anyway', { until: facts.dueAt }, 'until'],
    ['more than a day after that', { until: '2019-07-03T14:10:00.000001Z' }, 'until'],
    ['more than a day after that, in minutes', { minutes: 1_451 }, 'minutes'],
  ])('refuses a time %s', (_, time, field) => {
    given(declared)
      .when(snoozeNudge, { nudge, about, reason, ...time }, facts)
      .thenRefused({ code: 'SNOOZE_TIME_INVALID', path: ['input', field] });
  });

  it.each([{}, { until, minutes: 30 }])('refuses what is not one time: %j', (times) => {
    given(declared)
      .when(snoozeNudge, { nudge, about, reason, ...times }, facts)
      .thenRefused({ code: 'SNOOZE_TIME_UNCLEAR', path: ['input', 'until'] });
  });

  it('puts off a follow-up, also after the response, and none to before it is due', () => {
    const { due } = given(declared, followUpAdded(), resolved)
      .when(
        snoozeNudge,
        { ...overdueOne, until },
        { ...facts, dueAt: undefined, ...remindedSince('2019-07-02T13:00:00.000000Z') },
      )
      .then({ type: 'NudgeSnoozed', data: { ...overdue, until, reason } });
    expect(due).toEqual([{ kind: 'nudge', subject: overdueName, at: until }]);
    given(declared, followUpAdded())
      .when(
        snoozeNudge,
        { ...overdueOne, until: at('3T12:00') },
        { ...facts, ...dueOnly(nextWeek), dueAt: nextWeek },
      )
      .thenRefused({
        code: 'SNOOZE_TIME_INVALID',
        message:
          'A reminder can be put off to a time after 2019-07-09 12:00 UTC, until 2019-07-10 12:00 UTC',
      });
  });

  it('takes a day', () => {
    given(declared)
      .when(snoozeNudge, { ...snooze, until: at('3T14:00') }, facts)
      .then({ ...snoozed, data: { ...snoozed.data, until: at('3T14:00') } });
  });

  it('takes a time after one that is days ahead', () => {
    const later = { ...snooze, until: '2019-07-06T12:00:00.000000Z' };
    given(declared)
      .when(snoozeNudge, later, { ...facts, dueAt: '2019-07-06T09:00:00.000000Z' })
      .then({ ...snoozed, data: { ...snoozed.data, until: later.until } });
  });

  it('refuses what was never declared', () => {
    given().when(snoozeNudge, snooze, facts).thenRefused('INCIDENT_NOT_FOUND');
  });
});
