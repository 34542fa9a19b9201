import { describe, expect, it } from '@jest/globals';
import {
  followUp,
  followUpAdded,
  overdue,
  overdueRaised,
} from '../../../../test/support/given-after.js';
import {
  action,
  commandTaken,
  declared,
  given,
  resolved,
} from '../../../../test/support/given-incident.js';
import { sampleId } from '../../../../test/support/given.js';
import { builtIn } from '../../../../test/support/given-playbook.js';
import { initialIncident } from '../incident.js';
import { raiseNudge } from './raise-nudge.js';
import type { IncidentEvent } from '../events.js';
import type { Thing } from './things.js';

const causedBy = sampleId('evt', '1');
const facts = {
  playbook: builtIn,
  things: [],
  thingNudges: {},
  dueAt: '2019-07-02T14:00:00.000000Z',
  from: '2019-07-02T13:48:30.000000Z',
};
const clock = 'NO_COMMANDER';
const raised: IncidentEvent = { type: 'NudgeRaised', data: { nudge: clock, causedBy } };
const snoozed: IncidentEvent = {
  type: 'NudgeSnoozed',
  data: { nudge: clock, causedBy, until: facts.dueAt },
};
const done = { events: [], due: [{ kind: 'nudge', subject: clock, at: null }] };

describe('raiseNudge', () => {
  it('reminds when its time has come, says for how long, and is done', () => {
    const data = { nudge: clock, causedBy, minutes: 11 } as const;
    const decision = given(declared)
      .when(raiseNudge, { clock }, facts)
      .then({ type: 'NudgeRaised', data });
    expect(decision.due).toEqual(done.due);
  });

  it('reminds of what was put off', () => {
    given(declared, snoozed)
      .when(raiseNudge, { clock }, facts)
      .then({ type: 'NudgeRaised', data: { nudge: clock, causedBy, minutes: 11 } });
  });

  it('waits for the rest of its time, when that was set a moment early', () => {
    const from = '2019-07-02T13:55:00.004000Z';
    const at = '2019-07-02T14:00:00.004000Z';
    expect(
      given(declared)
        .when(raiseNudge, { clock }, { ...facts, from })
        .then(),
    ).toEqual({
      events: [],
      due: [{ kind: 'nudge', subject: clock, at }],
    });
  });

  it('reminds of a thing', () => {
    const thing: Thing = {
      ...{ nudge: 'LEASE_EXPIRING', about: action, by: sampleId('evt', '2') },
      until: '2019-07-02T14:03:00.000000Z',
    };
    const named = { clock: `LEASE_EXPIRING ${action}` };
    const data = { nudge: thing.nudge, about: action, causedBy: thing.by };
    given(declared)
      .when(raiseNudge, named, { ...facts, things: [thing] })
      .then({ type: 'NudgeRaised', data });
    const thingNudges = { [named.clock]: { causedBy: thing.by, until: null } };
    given(declared)
      .when(raiseNudge, named, { ...facts, things: [thing], thingNudges })
      .then();
  });

  it('reminds of a follow-up that is overdue after the response', () => {
    const things: Thing[] = [{ ...overdue, by: overdue.causedBy, until: facts.dueAt }];
    const named = { clock: `FOLLOW_UP_OVERDUE ${followUp}` };
    given(declared, followUpAdded(), resolved)
      .when(raiseNudge, named, { ...facts, things })
      .then(overdueRaised);
  });

  it.each<[string, string | undefined]>([
    ['was moved', '2019-07-02T14:00:00.000001Z'],
    ['was cleared', undefined],
  ])('leaves alone what %s', (_, dueAt) => {
    given(declared)
      .when(raiseNudge, { clock }, { ...facts, dueAt })
      .thenNothing();
  });

  it.each<[string, IncidentEvent[]]>([
    ['no longer runs', [declared, commandTaken]],
    ['has reminded', [declared, raised]],
    ['is of an incident that is over', [declared, resolved]],
  ])('clears what is due and %s', (_, past) => {
    expect(
      given(...past)
        .when(raiseNudge, { clock }, facts)
        .then(),
    ).toEqual(done);
  });

  it('clears what is due in no incident at all', () => {
    expect(
      raiseNudge({ clock }, initialIncident, {
        ...facts,
        ...{ now: facts.dueAt, occurredAt: facts.dueAt },
        actor: { kind: 'POLICY', id: 'clock' },
      }),
    ).toEqual(done);
  });
});
