import { describe, expect, it } from '@jest/globals';
import { byLin, declined, offered, until } from '../../../../test/support/given-command.js';
import {
  byGrace,
  byTool,
  commandTaken,
  declared,
  given,
  grace,
} from '../../../../test/support/given-incident.js';
import { declineCommand } from './decline-command.js';

describe('declineCommand', () => {
  it('ends the offer, and command stays where it is', () => {
    const remark = 'I am off at three';
    const { due } = given(declared, commandTaken, offered)
      .when(declineCommand, { remark }, byGrace)
      .then({ type: 'CommandDeclined', data: { term: 1, member: grace, remark } });
    expect(due).toEqual([{ kind: 'offer', subject: grace, at: null }]);
    expect(given(declared, commandTaken, offered, declined).state).toMatchObject({
      term: 1,
      offer: null,
    });
  });

  it('is already true when nothing is offered', () => {
    given(declared, commandTaken, offered, declined)
      .when(declineCommand, {}, byGrace)
      .thenNothing();
  });

  it('is for the one to whom command is offered', () => {
    for (const by of [byLin, byTool])
      given(declared, commandTaken, offered)
        .when(declineCommand, {}, by)
        .thenRefused({ code: 'NOT_OFFERED', offer: { to: grace, until } });
  });

  it('needs an incident', () => {
    given().when(declineCommand, {}).thenRefused('INCIDENT_NOT_FOUND');
  });
});
