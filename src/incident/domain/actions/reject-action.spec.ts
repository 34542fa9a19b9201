import { describe, expect, it } from '@jest/globals';
import {
  action,
  approved,
  byGrace,
  commandTaken,
  declared,
  given,
  known,
  proposed,
  rejected,
  resolved,
} from '../../../../test/support/given-incident.js';
import type { ActionStatus } from './choices.js';
import { rejectAction } from './reject-action.js';

const command = { action, reason: 'Too slow' };
const waiting = known({ status: 'PROPOSED' });

describe('rejectAction', () => {
  it('rejects a proposal, approved or not, in every phase', () => {
    given(declared, proposed()).when(rejectAction, command, waiting).then(rejected);
    given(declared, proposed(), resolved).when(rejectAction, command, waiting).then(rejected);
    given(declared, commandTaken, proposed(), approved)
      .when(rejectAction, command, known({ status: 'APPROVED' }))
      .then({ type: 'ActionRejected', data: { ...command, directedIn: 1 } });
  });

  it('makes room for another proposal', () => {
    expect(given(declared, proposed(), rejected).state).toMatchObject({ openProposals: 0 });
  });

  it('is already true of a rejected one', () => {
    given(declared, proposed(), rejected)
      .when(rejectAction, { ...command, reason: 'Other words' }, known({ status: 'REJECTED' }))
      .thenNothing();
  });

  it('refuses others without the term', () => {
    given(declared, commandTaken, proposed())
      .when(rejectAction, command, { ...waiting, ...byGrace })
      .thenRefused('TERM_REQUIRED');
  });

  it.each<ActionStatus>(['WITHDRAWN', 'STARTED', 'EXPIRED', 'FINISHED'])(
    'refuses what is %s',
    (status) => {
      given(declared)
        .when(rejectAction, command, known({ status }))
        .thenRefused('ACTION_NOT_PROPOSED');
    },
  );

  it('refuses what nobody proposed, and without an incident', () => {
    given(declared).when(rejectAction, command).thenRefused('ACTION_NOT_PROPOSED');
    given().when(rejectAction, command).thenRefused('INCIDENT_NOT_FOUND');
  });
});
