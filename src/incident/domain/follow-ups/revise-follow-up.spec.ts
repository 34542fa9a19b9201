import { describe, it } from '@jest/globals';
import {
  done,
  finding,
  followUp,
  followUpAdded,
  knownFollowUp,
  lastWeek,
  nextWeek,
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
    stands
      .when(
        reviseFollowUp,
        { followUp, title: 'Drop the WAF', reason: 'Better' },
        { ...facts, ...knownFollowUp(words) },
      )
      .then(revised({ ...words, title: 'Drop the WAF', reason: 'Better' }));
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
    stands
      .when(reviseFollowUp, { followUp, remove }, { ...facts, ...knownFollowUp(words) })
      .then(revised({ fromFinding: finding, isMoved: true }));
    stands
      .when(
        reviseFollowUp,
        { followUp, team: 'Edge', remove: ['OWNER'] },
        { ...facts, ...knownFollowUp(words) },
      )
      .then(revised({ ...words, owner: undefined, team: 'Edge' }));
  });

  it('says that it is moved by another time, while it is open', () => {
    const moves = (known: object, dueAt: string | undefined, isMoved?: true) =>
      stands
        .when(
          reviseFollowUp,
          { followUp, team: 'Edge', dueAt, remove: dueAt === undefined ? ['DUE_AT'] : [] },
          { ...facts, ...known },
        )
        .then(revised({ team: 'Edge', dueAt, isMoved }));
    moves(knownFollowUp(), nextWeek, true);
    moves(knownFollowUp({ dueAt: lastWeek }), nextWeek, true);
    moves(knownFollowUp({ dueAt: lastWeek }), undefined, true);
    moves(knownFollowUp({ dueAt: lastWeek }), lastWeek);
    moves(knownFollowUp(), undefined);
    moves(knownFollowUp({ dueAt: lastWeek }, done), nextWeek);
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
