import { describe, expect, it } from '@jest/globals';
import {
  ada,
  byGrace,
  byTool,
  commandTaken,
  contained,
  declared,
  given,
  grace,
  resolved,
} from '../../../../test/support/given-incident.js';
import {
  joined,
  offered,
  relinquished,
  scribe,
  takesPart,
} from '../../../../test/support/given-command.js';
import type { IncidentEvent } from '../events.js';
import { takeCommand } from './take-command.js';

const noRoles = { roles: [] };
const responding = { ...takesPart, ...noRoles };

describe('takeCommand', () => {
  it('begins the first term', () => {
    given(declared).when(takeCommand, {}, responding).then(commandTaken);
    given(declared, contained).when(takeCommand, {}, responding).then(commandTaken);
  });

  it('makes a responder of who was none', () => {
    given(declared).when(takeCommand, {}, noRoles).then(commandTaken, joined(ada));
    given(declared)
      .when(takeCommand, {}, { ...noRoles, participation: 'OBSERVER' })
      .then(commandTaken, joined(ada));
  });

  it('begins the next term after command was relinquished', () => {
    given(declared, commandTaken, relinquished)
      .when(takeCommand, {}, { ...responding, ...byGrace })
      .then({ type: 'CommandTaken', data: { term: 2, member: grace } });
  });

  it('meets the guardrail against two hats with a role that they have, and with no one else’s', () => {
    const told = { ...responding, roles: [scribe] };
    const byScribe = given(declared).when(takeCommand, {}, { ...told, ...byGrace });
    expect(byScribe.then({ type: 'CommandTaken', data: { term: 1, member: grace } })).toMatchObject(
      {
        trips: [{ guardrail: 'TWO_HATS', subject: 'scribe' }],
      },
    );
    const decision = given(declared).when(takeCommand, {}, told).then(commandTaken);
    expect(decision).toMatchObject({ trips: [] });
  });

  it('is already true for the commander, also after resolution', () => {
    given(declared, commandTaken).when(takeCommand, {}).thenNothing();
    given(declared, commandTaken, resolved).when(takeCommand, {}).thenNothing();
  });

  it('unmakes no other commander', () => {
    given(declared, commandTaken)
      .when(takeCommand, {}, byGrace)
      .thenRefused({ code: 'ALREADY_COMMANDED', commander: ada, term: 1 });
  });

  it('ends the term of a commander who can do nothing with it any more, and their offer', () => {
    const ended: IncidentEvent = {
      type: 'CommandRelinquished',
      data: { term: 1, member: ada, mayNoLongerRespond: true },
    };
    const taken: IncidentEvent = { type: 'CommandTaken', data: { term: 2, member: grace } };
    const told = { ...responding, ...byGrace, commanderIsGone: true };
    given(declared, commandTaken).when(takeCommand, {}, told).then(ended, taken);
    const decision = given(declared, commandTaken, offered)
      .when(takeCommand, {}, told)
      .then({ type: 'CommandOfferWithdrawn', data: { term: 1, member: grace } }, ended, taken);
    expect(decision.due).toEqual([{ kind: 'offer', subject: grace, at: null }]);
  });

  it('is for people', () => {
    given(declared)
      .when(takeCommand, {}, byTool)
      .thenRefused({ code: 'PERSON_REQUIRED', path: ['input', 'actor'] });
  });

  it('is too late after resolution', () => {
    given(declared, resolved)
      .when(takeCommand, {})
      .thenRefused({
        code: 'WRONG_PHASE',
        phase: 'RESOLVED',
        allowed: ['INVESTIGATING', 'CONTAINED'],
      });
  });

  it('needs an incident', () => {
    given()
      .when(takeCommand, {})
      .thenRefused({ code: 'INCIDENT_NOT_FOUND', path: ['input', 'incident'] });
  });
});
