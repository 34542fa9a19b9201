import { describe, expect, it } from '@jest/globals';
import { offered, relinquished, withdrawn } from '../../../../test/support/given-command.js';
import {
  ada,
  byGrace,
  commandTaken,
  declared,
  given,
  grace,
  resolved,
} from '../../../../test/support/given-incident.js';
import { relinquishCommand } from './relinquish-command.js';

describe('relinquishCommand', () => {
  it('leaves nobody in command, and keeps the term and since when', () => {
    const remark = 'Handing over by phone';
    given(declared, commandTaken)
      .when(relinquishCommand, { remark })
      .then({ type: 'CommandRelinquished', data: { term: 1, member: ada, remark } });
    expect(given(declared, commandTaken, relinquished).state).toMatchObject({
      term: 1,
      commander: null,
      vacantSince: '2019-07-02T13:42:00.000000Z',
    });
  });

  it('withdraws an offer that stands', () => {
    const { due } = given(declared, commandTaken, offered)
      .when(relinquishCommand, {})
      .then(withdrawn, relinquished);
    expect(due).toEqual([{ kind: 'offer', subject: grace, at: null }]);
  });

  it('is open after resolution', () => {
    given(declared, commandTaken, resolved).when(relinquishCommand, {}).then(relinquished);
  });

  it('is already true while nobody commands', () => {
    given(declared, commandTaken, relinquished).when(relinquishCommand, {}).thenNothing();
  });

  it('unmakes no other commander', () => {
    given(declared, commandTaken)
      .when(relinquishCommand, {}, byGrace)
      .thenRefused({ code: 'NOT_COMMANDER', term: 1 });
  });

  it('needs an incident', () => {
    given().when(relinquishCommand, {}).thenRefused('INCIDENT_NOT_FOUND');
  });
});
