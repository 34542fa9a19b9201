import { describe, it } from '@jest/globals';
import {
  checkCompleted,
  checkSkipped,
  checkStarted,
  declaredWithChecks,
} from '../../../../test/support/given-checks.js';
import { given, resolved } from '../../../../test/support/given-incident.js';
import { skipCheck } from './skip-check.js';

const command = { check: 'database', reason: 'We have none' };

describe('skipCheck', () => {
  it('leaves a check out, started or not, in any phase', () => {
    given(declaredWithChecks).when(skipCheck, command).then(checkSkipped());
    given(declaredWithChecks, checkStarted(), resolved)
      .when(skipCheck, command)
      .then(checkSkipped());
  });

  it('is already true once it was skipped, for whatever reason', () => {
    given(declaredWithChecks, checkSkipped()).when(skipCheck, command).thenNothing();
    given(declaredWithChecks, checkSkipped())
      .when(skipCheck, { ...command, reason: 'No time' })
      .thenNothing();
  });

  it('refuses a check that was completed', () => {
    given(declaredWithChecks, checkCompleted())
      .when(skipCheck, command)
      .thenRefused({ code: 'CHECK_COMPLETED', check: 'database', status: 'CLEAR' });
  });

  it('refuses a check that the incident does not have', () => {
    given(declaredWithChecks)
      .when(skipCheck, { ...command, check: 'dns' })
      .thenRefused({ code: 'CHECK_NOT_FOUND', check: 'dns' });
  });

  it('needs an incident', () => {
    given().when(skipCheck, command).thenRefused('INCIDENT_NOT_FOUND');
  });
});
