import { describe, expect, it } from '@jest/globals';
import {
  accepted,
  expired,
  late,
  offered,
  until,
  withdrawn,
} from '../../../../test/support/given-command.js';
import { commandTaken, declared, given, grace } from '../../../../test/support/given-incident.js';
import { expireOffer } from './expire-offer.js';

const command = { member: grace };
const offerDue = { kind: 'offer', subject: grace, at: null };
const again = { type: 'CommandOffered', data: { term: 1, member: grace, until } } as const;

describe('expireOffer', () => {
  it('ends the offer when its time has come', () => {
    const { due } = given(declared, commandTaken, offered)
      .when(expireOffer, command, late)
      .then(expired);
    expect(due).toEqual([offerDue]);
  });

  it('waits for the offer that stands, if the time was that of an earlier one', () => {
    const { due } = given(declared, commandTaken, offered, withdrawn, again)
      .when(expireOffer, command)
      .then();
    expect(due).toEqual([{ ...offerDue, at: until }]);
  });

  it.each([
    ['was accepted', [declared, commandTaken, offered, accepted]],
    ['was withdrawn', [declared, commandTaken, offered, withdrawn]],
    ['has expired', [declared, commandTaken, offered, expired]],
    ['belongs to no incident', []],
  ])('leaves everything as it is when the offer %s', (_, past) => {
    const { due } = given(...past)
      .when(expireOffer, command, late)
      .then();
    expect(due).toEqual([offerDue]);
  });
});
