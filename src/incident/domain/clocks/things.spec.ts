import { describe, expect, it } from '@jest/globals';
import {
  completed,
  followUp,
  followUpAdded,
  lastWeek,
  nextWeek,
  overdue,
  overdueCleared,
} from '../../../../test/support/given-after.js';
import { following } from '../../../../test/support/given-clocks.js';
import { declared, incidentId, resolved } from '../../../../test/support/given-incident.js';
import { builtIn } from '../../../../test/support/given-playbook.js';
import type { Playbook } from '../../../playbook/domain/playbook.js';
import type { IncidentEvent } from '../events.js';
import type { Things } from './things.js';

const name = `FOLLOW_UP_OVERDUE ${followUp}`;
const added = followUpAdded({ dueAt: lastWeek });
const past = [declared, added];
const waiting: Things = {
  things: [{ ...overdue, by: overdue.causedBy, until: lastWeek }],
  thingNudges: {},
};
const reminded: Things = {
  ...waiting,
  thingNudges: { [name]: { causedBy: overdue.causedBy, until: null } },
};
const putOff: Things = {
  ...waiting,
  thingNudges: { [name]: { causedBy: overdue.causedBy, until: '2019-07-02T18:00:00.000000Z' } },
};
const retrospective = { ...declared, data: { ...declared.data, mode: 'RETROSPECTIVE' } } as const;
const declined: IncidentEvent = { type: 'IncidentDeclined', data: {} };
const merged: IncidentEvent = { type: 'IncidentMerged', data: { into: incidentId } };
const closed: IncidentEvent = { type: 'IncidentClosed', data: {} };
const reopenedIncident: IncidentEvent = { type: 'IncidentReopened', data: {} };
const milder: IncidentEvent = {
  type: 'SeverityChanged',
  data: { formerSeverity: 'SEV2', severity: 'SEV3' },
};
const revised = (data: { dueAt?: string; isMoved?: boolean }): IncidentEvent => ({
  type: 'FollowUpRevised',
  data: { followUp, title: 'Drop the WAF', followUpKind: 'PREVENT', ...data },
});
const withMinutes = (SEV2: number | null, SEV3: number | null): readonly [Playbook, Playbook] => {
  const minutes = { ...builtIn.clocks.FOLLOW_UP_OVERDUE, SEV2, SEV3 };
  const playbook = { ...builtIn, clocks: { ...builtIn.clocks, FOLLOW_UP_OVERDUE: minutes } };
  return [playbook, playbook];
};

/** What the clock of the follow-up does; other clocks are not told. */
const follows = (...of: Parameters<typeof following>) => {
  const { events, due } = following(...of);
  return { events, times: due.filter(({ subject }) => subject === name).map(({ at }) => at) };
};
const nothing = { events: [], times: [] };

describe('the clock of a follow-up', () => {
  it('is due when it should be done, or so many minutes after by the playbook', () => {
    const add = followUpAdded({ dueAt: nextWeek });
    expect(follows([declared], [add]).times).toEqual([nextWeek]);
    expect(follows([declared], [add], { playbooks: withMinutes(60, 60) }).times).toEqual([
      '2019-07-09T13:00:00.000000Z',
    ]);
    expect(follows([declared], [add], { playbooks: withMinutes(null, 60) }).times).toEqual([]);
    expect(follows([declared], [followUpAdded()]).times).toEqual([]);
  });

  it('begins after the response too, and of what should have been done already', () => {
    expect(follows([declared, resolved, closed], [added]).times).toEqual([lastWeek]);
  });

  it.each<[string, readonly IncidentEvent[]]>([
    ['what is written down in retrospect', [retrospective]],
    ['an incident that was declined', [declared, declined]],
    ['an incident that was merged', [declared, merged]],
  ])('does not run in %s', (_, before) => {
    expect(follows(before, [added])).toEqual(nothing);
  });

  it.each<[string, IncidentEvent, readonly (string | null)[]]>([
    ['moved by a later time', revised({ dueAt: nextWeek, isMoved: true }), [nextWeek]],
    ['ended when it has no time any more', revised({ isMoved: true }), [null]],
    ['ended by completion', completed(), [null]],
    ['ended when the incident is declined', declined, [null]],
    ['ended when the incident is merged', merged, [null]],
  ])('is %s, and takes its reminder back', (_, event, times) => {
    expect(follows(past, [event], { things: waiting })).toEqual({ events: [], times });
    for (const things of [reminded, putOff])
      expect(follows(past, [event], { things })).toEqual({ events: [overdueCleared], times });
  });

  it.each<[string, readonly IncidentEvent[]]>([
    ['other words', [revised({ dueAt: lastWeek })]],
    ['the end of the response', [resolved, closed]],
    ['another severity', [milder]],
  ])('goes on as it did after %s', (_, then) => {
    for (const things of [waiting, reminded, putOff])
      expect(follows(past, then, { things })).toEqual(nothing);
  });

  it('is moved by a severity with other minutes, unless it has reminded or was put off', () => {
    const playbooks = withMinutes(0, 90);
    expect(follows(past, [milder], { things: waiting, playbooks })).toEqual({
      ...nothing,
      times: ['2019-06-25T13:30:00.000000Z'],
    });
    for (const things of [reminded, putOff])
      expect(follows(past, [milder], { things, playbooks })).toEqual(nothing);
  });

  it('begins anew when it is reopened, or its declined incident is', () => {
    const reopened: IncidentEvent = {
      type: 'FollowUpReopened',
      data: { followUp, dueAt: lastWeek },
    };
    expect(follows([...past, completed()], [reopened]).times).toEqual([lastWeek]);
    expect(follows([...past, declined], [reopenedIncident], { things: waiting }).times).toEqual([
      lastWeek,
    ]);
    expect(follows([...past, resolved], [reopenedIncident], { things: reminded })).toEqual(nothing);
  });
});
