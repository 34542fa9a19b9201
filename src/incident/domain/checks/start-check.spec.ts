import { describe, expect, it } from '@jest/globals';
import {
  checkCompleted,
  checkSkipped,
  checkStarted,
  declaredWithChecks,
} from '../../../../test/support/given-checks.js';
import { byGrace, declared, given, resolved } from '../../../../test/support/given-incident.js';
import { startCheck } from './start-check.js';

const command = { check: 'database' };

describe('startCheck', () => {
  it('starts a check, in any order and phase', () => {
    given(declaredWithChecks).when(startCheck, command).then(checkStarted());
    given(declaredWithChecks, resolved).when(startCheck, command).then(checkStarted());
  });

  it('meets a guardrail with a check before it that nobody has looked at', () => {
    const decision = given(declaredWithChecks).when(startCheck, command).then(checkStarted());
    expect(decision).toMatchObject({
      trips: [{ guardrail: 'CHECK_OUT_OF_ORDER', subject: 'deploys' }],
    });
  });

  it('takes up a check that was skipped', () => {
    given(declaredWithChecks, checkSkipped()).when(startCheck, command).then(checkStarted());
  });

  it('is already true while anybody looks', () => {
    given(declaredWithChecks, checkStarted()).when(startCheck, command).thenNothing();
    given(declaredWithChecks, checkStarted()).when(startCheck, command, byGrace).thenNothing();
  });

  it('refuses a check that was completed', () => {
    given(declaredWithChecks, checkCompleted({ verdict: 'SUSPECT' }))
      .when(startCheck, command)
      .thenRefused({ code: 'CHECK_COMPLETED', check: 'database', status: 'SUSPECT' });
  });

  it('refuses a check that the incident does not have, naming those that it has', () => {
    given(declaredWithChecks)
      .when(startCheck, { check: 'dns' })
      .thenRefused({
        code: 'CHECK_NOT_FOUND',
        check: 'dns',
        message: 'This incident has no check dns: it has deploys, database',
        path: ['input', 'check'],
      });
    given(declared).when(startCheck, command).thenRefused({
      code: 'CHECK_NOT_FOUND',
      message: 'This incident has no checks yet: add database first',
    });
  });

  it('needs an incident', () => {
    given().when(startCheck, command).thenRefused('INCIDENT_NOT_FOUND');
  });
});
