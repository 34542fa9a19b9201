import { describe, it } from '@jest/globals';
import {
  checkCompleted,
  checkRevised,
  checkSkipped,
  checkStarted,
  declaredWithChecks,
  knownCheck,
  shownBy,
} from '../../../../test/support/given-checks.js';
import { given, resolved } from '../../../../test/support/given-incident.js';
import { reviseCheck } from './revise-check.js';
import type { ReviseCheck } from './revise-check.js';

const reason = 'The disk is full';
const command: ReviseCheck = { check: 'database', verdict: 'CAUSE', reason };

describe('reviseCheck', () => {
  it('gives a completed check another verdict, in any phase', () => {
    given(declaredWithChecks, checkCompleted())
      .when(reviseCheck, { ...command, evidence: [shownBy] }, knownCheck())
      .then(checkRevised({ evidence: [shownBy] }));
    given(declaredWithChecks, checkCompleted(), resolved)
      .when(reviseCheck, command, knownCheck())
      .then(checkRevised());
  });

  it('gives the same verdict other grounds', () => {
    given(declaredWithChecks, checkCompleted({ verdict: 'CAUSE' }))
      .when(reviseCheck, command, knownCheck())
      .then(checkRevised());
    given(declaredWithChecks, checkCompleted(), checkRevised())
      .when(reviseCheck, { ...command, evidence: [shownBy] }, knownCheck({ reason }))
      .then(checkRevised({ evidence: [shownBy] }));
  });

  it('may change its mind again', () => {
    given(declaredWithChecks, checkCompleted(), checkRevised())
      .when(reviseCheck, { ...command, verdict: 'CLEAR' }, knownCheck({ reason }))
      .then(checkRevised({ verdict: 'CLEAR' }));
  });

  it('is already true when it was revised with the same words', () => {
    given(declaredWithChecks, checkCompleted(), checkRevised())
      .when(reviseCheck, command, knownCheck({ reason }))
      .thenNothing();
  });

  it.each([
    ['PENDING', []],
    ['STARTED', [checkStarted()]],
    ['SKIPPED', [checkSkipped()]],
  ] as const)('refuses a check that is %s', (status, past) => {
    given(declaredWithChecks, ...past)
      .when(reviseCheck, command, knownCheck())
      .thenRefused({ code: 'CHECK_NOT_COMPLETED', check: 'database', status });
  });

  it('refuses a check that the incident does not have', () => {
    given(declaredWithChecks)
      .when(reviseCheck, { ...command, check: 'dns' })
      .thenRefused({ code: 'CHECK_NOT_FOUND', check: 'dns' });
  });

  it('refuses evidence that is no entry of the log', () => {
    given(declaredWithChecks, checkCompleted())
      .when(reviseCheck, command, { ...knownCheck(), unknownEvidence: ['evt_1'] })
      .thenRefused('EVIDENCE_UNKNOWN');
  });

  it('needs an incident', () => {
    given().when(reviseCheck, command).thenRefused('INCIDENT_NOT_FOUND');
  });
});
