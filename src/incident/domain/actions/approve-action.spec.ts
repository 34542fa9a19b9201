import { describe, it } from '@jest/globals';
import {
  action,
  approved,
  byGrace,
  commandTaken,
  declared,
  given,
  grace,
  known,
  proposed,
  rejected,
  resolved,
} from '../../../../test/support/given-incident.js';
import { approveAction } from './approve-action.js';
import type { ActionStatus } from './choices.js';

const waiting = known({ status: 'PROPOSED' });

describe('approveAction', () => {
  it('approves a proposal, in the term of who commands', () => {
    given(declared, proposed())
      .when(approveAction, { action }, waiting)
      .then({ type: 'ActionApproved', data: { action } });
    given(declared, commandTaken, proposed())
      .when(approveAction, { action, remark: 'Go' }, waiting)
      .then({ type: 'ActionApproved', data: { action, directedIn: 1, remark: 'Go' } });
  });

  it('is already true of an approved one', () => {
    given(declared, proposed(), approved)
      .when(approveAction, { action }, known({ status: 'APPROVED' }))
      .thenNothing();
  });

  it('refuses others without the term, and everyone with another one', () => {
    const there = given(declared, commandTaken, proposed());
    there
      .when(approveAction, { action }, { ...waiting, ...byGrace })
      .thenRefused({ code: 'TERM_REQUIRED', currentTerm: 1 });
    there.when(approveAction, { action, term: 2 }, waiting).thenRefused('STALE_TERM');
  });

  it('refuses what was turned down, with who and why', () => {
    given(declared, proposed(), rejected)
      .when(
        approveAction,
        { action },
        known({ status: 'REJECTED', decidedBy: grace, reason: 'Too slow' }),
      )
      .thenRefused({
        code: 'ACTION_TURNED_DOWN',
        status: 'REJECTED',
        decidedBy: grace,
        reason: 'Too slow',
        message: `${grace} rejected ${action} (Too slow): propose it anew, under another id, if that no longer holds`,
      });
  });

  it.each<ActionStatus>(['STARTED', 'EXPIRED', 'FINISHED'])('refuses what is %s', (status) => {
    given(declared)
      .when(approveAction, { action }, known({ status }))
      .thenRefused('ACTION_NOT_PROPOSED');
  });

  it('refuses what nobody proposed, after resolution, and without an incident', () => {
    given(declared).when(approveAction, { action }).thenRefused('ACTION_NOT_PROPOSED');
    given(declared, proposed(), resolved)
      .when(approveAction, { action }, waiting)
      .thenRefused('WRONG_PHASE');
    given().when(approveAction, { action }).thenRefused('INCIDENT_NOT_FOUND');
  });
});
