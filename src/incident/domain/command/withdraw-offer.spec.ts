import { describe, expect, it } from '@jest/globals';
import { accepted, offered, withdrawn } from '../../../../test/support/given-command.js';
import {
  byGrace,
  commandTaken,
  declared,
  given,
  grace,
} from '../../../../test/support/given-incident.js';
import { withdrawOffer } from './withdraw-offer.js';

describe('withdrawOffer', () => {
  it('ends the offer', () => {
    const { due } = given(declared, commandTaken, offered).when(withdrawOffer, {}).then(withdrawn);
    expect(due).toEqual([{ kind: 'offer', subject: grace, at: null }]);
  });

  it('is already true when none stands', () => {
    const { due } = given(declared, commandTaken, offered, withdrawn)
      .when(withdrawOffer, {})
      .then();
    expect(due).toEqual([]);
  });

  it('is for the commander, and too late once the other has accepted', () => {
    given(declared, commandTaken, offered)
      .when(withdrawOffer, {}, byGrace)
      .thenRefused('NOT_COMMANDER');
    given(declared, commandTaken, offered, accepted)
      .when(withdrawOffer, {})
      .thenRefused({
        code: 'NOT_COMMANDER',
        term: 2,
        commander: { member: grace, since: '2019-07-02T13:43:00.000000Z' },
      });
    given(declared).when(withdrawOffer, {}).thenRefused({ code: 'NOT_COMMANDER', commander: null });
  });

  it('needs an incident', () => {
    given().when(withdrawOffer, {}).thenRefused('INCIDENT_NOT_FOUND');
  });
});
