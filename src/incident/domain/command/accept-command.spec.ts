import { describe, expect, it } from '@jest/globals';
import {
  accepted,
  byLin,
  joined,
  late,
  offered,
  relinquished,
  scribe,
  takesPart,
  until,
  withdrawn,
} from '../../../../test/support/given-command.js';
import {
  byGrace,
  byTool,
  commandTaken,
  declared,
  given,
  grace,
} from '../../../../test/support/given-incident.js';
import { acceptCommand } from './accept-command.js';

const responding = { ...byGrace, ...takesPart, roles: [] };
const open = [declared, commandTaken, offered] as const;

describe('acceptCommand', () => {
  it('begins the next term, and the offer is over', () => {
    const { due } = given(...open)
      .when(acceptCommand, {}, responding)
      .then(accepted);
    expect(due).toEqual([{ kind: 'offer', subject: grace, at: null }]);
    expect(given(...open, accepted).state).toMatchObject({
      term: 2,
      commander: { member: grace, since: '2019-07-02T13:43:00.000000Z' },
      offer: null,
    });
  });

  it('makes a responder of who was none', () => {
    given(...open)
      .when(acceptCommand, {}, { ...byGrace, roles: [] })
      .then(accepted, joined(grace));
  });

  it('meets the guardrail against two hats with roles that they have', () => {
    const roles = [scribe, { ...scribe, incidentRole: 'OPERATIONS_LEAD' as const }];
    const decision = given(...open)
      .when(acceptCommand, {}, { ...responding, roles })
      .then(accepted);
    expect(decision).toMatchObject({
      trips: [{ guardrail: 'TWO_HATS', subject: 'scribe and 1 more' }],
    });
  });

  it('is already true for the commander', () => {
    given(...open, accepted)
      .when(acceptCommand, {}, responding)
      .thenNothing();
  });

  it('is refused from the moment at which the offer ends, before the policy says so', () => {
    given(...open)
      .when(acceptCommand, {}, { ...responding, now: '2019-07-02T14:04:59.999999Z' })
      .then(accepted);
    given(...open)
      .when(acceptCommand, {}, { ...responding, ...late })
      .thenRefused({ code: 'OFFER_EXPIRED', offer: { to: grace, until } });
  });

  it('is for the one to whom command is offered', () => {
    given(...open)
      .when(acceptCommand, {}, byLin)
      .thenRefused({ code: 'NOT_OFFERED', offer: { to: grace, until } });
    given(...open, withdrawn)
      .when(acceptCommand, {}, responding)
      .thenRefused({ code: 'NOT_OFFERED', term: 1, offer: null });
    given(declared, commandTaken, relinquished).when(acceptCommand, {}, responding).thenRefused({
      code: 'NOT_OFFERED',
      message: 'Command is not offered to you: nobody commands, so take it, by takeCommand',
      commander: null,
    });
  });

  it('is for people', () => {
    given(...open)
      .when(acceptCommand, {}, byTool)
      .thenRefused('PERSON_REQUIRED');
  });

  it('needs an incident', () => {
    given().when(acceptCommand, {}).thenRefused('INCIDENT_NOT_FOUND');
  });
});
