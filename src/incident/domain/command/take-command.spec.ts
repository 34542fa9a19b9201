import { describe, it } from '@jest/globals';
import {
  ada,
  byGrace,
  byTool,
  commandTaken,
  contained,
  declared,
  given,
  resolved,
} from '../../../../test/support/given-incident.js';
import { takeCommand } from './take-command.js';

describe('takeCommand', () => {
  it('begins the first term', () => {
    given(declared).when(takeCommand, {}).then(commandTaken);
    given(declared, contained).when(takeCommand, {}).then(commandTaken);
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
