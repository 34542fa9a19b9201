import { describe, expect, it } from '@jest/globals';
import {
  done,
  dueTime,
  followUp,
  followUpAdded,
  knownFollowUp,
  lastWeek,
  nextWeek,
  overdueRaised,
} from '../../../../test/support/given-after.js';
import { declared, given, resolved } from '../../../../test/support/given-incident.js';
import { usualFacts } from '../../../../test/support/given.js';
import { builtIn } from '../../../playbook/domain/built-in.js';
import type { Minutes } from '../../../playbook/domain/playbook.js';
import type { Incident } from '../incident.js';
import type { FollowUp } from './follow-up.js';
import { raiseFollowUpOverdue } from './raise-follow-up-overdue.js';

const facts = { playbook: builtIn };
const closed = { type: 'IncidentClosed', data: {} } as const;
const retrospective = { ...declared, data: { ...declared.data, mode: 'RETROSPECTIVE' } } as const;
const stands = given(declared, resolved, closed, followUpAdded());
const late = knownFollowUp({ dueAt: lastWeek });

const nothing = (incident: Incident, known: FollowUp | undefined, minutes: Minutes = 0) => {
  const clocks = { ...builtIn.clocks.FOLLOW_UP_OVERDUE, SEV2: minutes };
  const playbook = { ...builtIn, clocks: { ...builtIn.clocks, FOLLOW_UP_OVERDUE: clocks } };
  return raiseFollowUpOverdue({ followUp }, incident, { ...usualFacts, known, playbook });
};

describe('raiseFollowUpOverdue', () => {
  it('reminds once its time has come, also in a closed incident', () => {
    const { due } = stands
      .when(raiseFollowUpOverdue, { followUp }, { ...facts, ...late })
      .then(overdueRaised(lastWeek));
    expect(due).toEqual([dueTime(null)]);
    stands
      .when(
        raiseFollowUpOverdue,
        { followUp },
        { ...facts, ...knownFollowUp({ dueAt: usualFacts.now }) },
      )
      .then(overdueRaised(usualFacts.now));
  });

  it.each<[string, FollowUp | undefined]>([
    ['was completed', knownFollowUp({ dueAt: lastWeek }, done).known],
    ['has no time', knownFollowUp().known],
    ['was reminded of', knownFollowUp({ dueAt: lastWeek }, { isReminded: true }).known],
    ['never was', undefined],
  ])('stops the clock of one that %s', (_what, known) => {
    expect(nothing(stands.state, known)).toEqual({ events: [], due: [dueTime(null)] });
  });

  it('waits for a time that was put off, and for the minutes of the playbook', () => {
    const putOff = nothing(stands.state, knownFollowUp({ dueAt: nextWeek }).known);
    expect(putOff).toEqual({ events: [], due: [dueTime(nextWeek)] });
    const now = nothing(stands.state, knownFollowUp({ dueAt: usualFacts.now }).known, 30);
    expect(now).toEqual({ events: [], due: [dueTime('2019-07-02T14:30:00.000000Z')] });
  });

  it('reminds nobody in retrospect, or where the playbook says never', () => {
    const stopped = { events: [], due: [dueTime(null)] };
    expect(nothing(given(retrospective, followUpAdded()).state, late.known)).toEqual(stopped);
    expect(nothing(stands.state, late.known, null)).toEqual(stopped);
  });

  it('needs an incident', () => {
    given()
      .when(raiseFollowUpOverdue, { followUp }, { ...facts, ...late })
      .thenRefused('INCIDENT_NOT_FOUND');
  });
});
