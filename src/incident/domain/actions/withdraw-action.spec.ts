import { describe, expect, it } from '@jest/globals';
import {
  action,
  ada,
  byGrace,
  commandTaken,
  declared,
  given,
  grace,
  known,
  proposed,
  withdrawn,
} from '../../../../test/support/given-incident.js';
import type { ActionStatus } from './choices.js';
import { withdrawAction } from './withdraw-action.js';

const adas = known({ status: 'PROPOSED', proposedBy: ada });
const graces = known({ status: 'PROPOSED', proposedBy: grace });
const there = given(declared, commandTaken, proposed());

describe('withdrawAction', () => {
  it('is for who proposed it, without a term', () => {
    there
      .when(withdrawAction, { action, reason: 'No' }, { ...graces, ...byGrace })
      .then({ type: 'ActionWithdrawn', data: { action, reason: 'No' } });
    expect(given(declared, proposed(), withdrawn).state).toMatchObject({ openProposals: 0 });
  });

  it('is a directive of the commander, or in the term of the commander', () => {
    const directed = { type: 'ActionWithdrawn', data: { action, directedIn: 1 } } as const;
    there.when(withdrawAction, { action }, graces).then(directed);
    there.when(withdrawAction, { action, term: 1 }, { ...adas, ...byGrace }).then(directed);
  });

  it('is refused to others, and in another term to all', () => {
    there.when(withdrawAction, { action }, { ...adas, ...byGrace }).thenRefused('TERM_REQUIRED');
    there.when(withdrawAction, { action, term: 3 }, adas).thenRefused('STALE_TERM');
  });

  it('is already true of a withdrawn one', () => {
    given(declared, proposed(), withdrawn)
      .when(withdrawAction, { action }, known({ status: 'WITHDRAWN', proposedBy: ada }))
      .thenNothing();
  });

  it.each<ActionStatus>(['REJECTED', 'STARTED', 'EXPIRED', 'FINISHED'])(
    'refuses what is %s',
    (status) => {
      given(declared)
        .when(withdrawAction, { action }, known({ status }))
        .thenRefused({ code: 'ACTION_NOT_PROPOSED', action });
    },
  );

  it('refuses what nobody proposed, and without an incident', () => {
    given(declared).when(withdrawAction, { action }).thenRefused('ACTION_NOT_PROPOSED');
    given().when(withdrawAction, { action }).thenRefused('INCIDENT_NOT_FOUND');
  });
});
