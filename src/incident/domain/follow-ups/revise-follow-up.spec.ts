import { describe, expect, it } from '@jest/globals';
import {
  done,
  dueTime,
  finding,
  followUp,
  followUpAdded,
  knownFollowUp,
  lastWeek,
  nextWeek,
  overdueCleared,
  overdueRaised,
} from '../../../../test/support/given-after.js';
import { declared, given, grace } from '../../../../test/support/given-incident.js';
import type { IncidentEvent } from '../events.js';
import { reviseFollowUp } from './revise-follow-up.js';

const facts = { ownerExists: true };
const ticket = { system: 'jira', key: 'OPS-42', url: 'https://jira.example.com/OPS-42' };
const words = { description: 'All', owner: grace, dueAt: nextWeek, ticket, fromFinding: finding };
const stands = given(declared, followUpAdded());
const revised = (data: object): IncidentEvent => ({
  type: 'FollowUpRevised',
  data: { followUp, title: 'Limit the WAF', followUpKind: 'PREVENT', ...data },
});

describe('reviseFollowUp', () => {
  it('says what is given anew, and the rest again', () => {
    const { due } = stands
      .when(
        reviseFollowUp,
        { followUp, title: 'Drop the WAF', reason: 'Better' },
        { ...facts, ...knownFollowUp(words) },
      )
      .then(revised({ ...words, title: 'Drop the WAF', reason: 'Better' }));
    expect(due).toEqual([]);
    stands
      .when(
        reviseFollowUp,
        {
          followUp,
          team: 'Edge',
          description: 'Some',
          followUpKind: 'DETECT',
          ticket: { ...ticket, key: 'X' },
        },
        { ...facts, ...knownFollowUp(words) },
      )
      .then(
        revised({
          ...words,
          ...{ owner: undefined, team: 'Edge', description: 'Some', followUpKind: 'DETECT' },
          ticket: { ...ticket, key: 'X' },
        }),
      );
  });

  it('takes off what is removed, unless it is given anew', () => {
    const remove = ['DESCRIPTION', 'OWNER', 'DUE_AT', 'TICKET'] as const;
    const { due } = stands
      .when(reviseFollowUp, { followUp, remove }, { ...facts, ...knownFollowUp(words) })
      .then(revised({ fromFinding: finding }));
    expect(due).toEqual([dueTime(null)]);
    stands
      .when(
        reviseFollowUp,
        { followUp, team: 'Edge', remove: ['OWNER'] },
        { ...facts, ...knownFollowUp(words) },
      )
      .then(revised({ ...words, owner: undefined, team: 'Edge' }));
  });

  it('moves the reminder with its time, and takes it back if it is put off', () => {
    const moved = stands
      .when(reviseFollowUp, { followUp, dueAt: nextWeek }, { ...facts, ...knownFollowUp() })
      .then(revised({ dueAt: nextWeek }));
    expect(moved.due).toEqual([dueTime(nextWeek)]);
    const late = knownFollowUp({ dueAt: lastWeek }, { isReminded: true });
    const putOff = given(declared, followUpAdded(), overdueRaised(lastWeek))
      .when(reviseFollowUp, { followUp, dueAt: nextWeek }, { ...facts, ...late })
      .then(revised({ dueAt: nextWeek }), overdueCleared);
    expect(putOff.due).toEqual([dueTime(nextWeek)]);
  });

  it('leaves the reminder where it stays overdue, and sets none for what is done', () => {
    const later = '2019-07-01T12:00:00.000000Z';
    const late = knownFollowUp({ dueAt: lastWeek }, { isReminded: true });
    const stillLate = stands
      .when(reviseFollowUp, { followUp, dueAt: later }, { ...facts, ...late })
      .then(revised({ dueAt: later }));
    expect(stillLate.due).toEqual([]);
    const over = stands
      .when(reviseFollowUp, { followUp, dueAt: nextWeek }, { ...facts, ...knownFollowUp({}, done) })
      .then(revised({ dueAt: nextWeek }));
    expect(over.due).toEqual([]);
  });

  it('is already true of what it says', () => {
    stands
      .when(
        reviseFollowUp,
        { followUp, owner: grace, ticket, dueAt: nextWeek, reason: 'So' },
        { ...facts, ...knownFollowUp(words) },
      )
      .thenNothing();
    stands
      .when(reviseFollowUp, { followUp, remove: ['OWNER'] }, { ...facts, ...knownFollowUp() })
      .thenNothing();
  });

  it('needs a follow-up, and an owner that there is', () => {
    stands.when(reviseFollowUp, { followUp, title: 'x' }, facts).thenRefused('FOLLOW_UP_NOT_FOUND');
    stands
      .when(reviseFollowUp, { followUp, owner: grace }, { ...knownFollowUp(), ownerExists: false })
      .thenRefused('OWNER_NOT_FOUND');
    given()
      .when(reviseFollowUp, { followUp }, { ...facts, ...knownFollowUp() })
      .thenRefused('INCIDENT_NOT_FOUND');
  });
});
