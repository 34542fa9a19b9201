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
import { completeCheck } from './complete-check.js';
import type { CompleteCheck } from './complete-check.js';

const command: CompleteCheck = { check: 'database', verdict: 'CLEAR' };
const seen = { summary: 'No lag', evidence: [shownBy] };

describe('completeCheck', () => {
  it('completes a check that was started', () => {
    given(declaredWithChecks, checkStarted())
      .when(completeCheck, { ...command, ...seen, verdict: 'SUSPECT' }, knownCheck())
      .then(checkCompleted({ ...seen, verdict: 'SUSPECT' }));
  });

  it('completes one that nobody started, or that was skipped, in any phase', () => {
    given(declaredWithChecks).when(completeCheck, command, knownCheck()).then(checkCompleted());
    given(declaredWithChecks, checkSkipped(), resolved)
      .when(completeCheck, command, knownCheck({ reason: 'We have none' }))
      .then(checkCompleted());
  });

  it('is already true when it was completed with the same words', () => {
    given(declaredWithChecks, checkCompleted())
      .when(completeCheck, command, knownCheck())
      .thenNothing();
    given(declaredWithChecks, checkCompleted(seen))
      .when(completeCheck, { ...command, ...seen }, knownCheck(seen))
      .thenNothing();
  });

  it.each([
    { verdict: 'CAUSE' },
    { summary: undefined },
    { summary: 'Some lag' },
    { evidence: undefined },
    { evidence: [shownBy, shownBy] },
  ] satisfies Partial<CompleteCheck>[])('refuses a second completion with %j', (difference) => {
    given(declaredWithChecks, checkCompleted(seen))
      .when(completeCheck, { ...command, ...seen, ...difference }, knownCheck(seen))
      .thenRefused({ code: 'CHECK_COMPLETED', check: 'database', status: 'CLEAR' });
  });

  it('refuses to go back behind a revision', () => {
    given(declaredWithChecks, checkCompleted(), checkRevised())
      .when(completeCheck, command, knownCheck({ reason: 'The disk is full' }))
      .thenRefused({ code: 'CHECK_COMPLETED', status: 'CAUSE' });
  });

  it('refuses a check that the incident does not have', () => {
    given(declaredWithChecks)
      .when(completeCheck, { ...command, check: 'dns' })
      .thenRefused({ code: 'CHECK_NOT_FOUND', check: 'dns' });
  });

  it('refuses evidence that is no entry of the log', () => {
    given(declaredWithChecks)
      .when(completeCheck, command, { unknownEvidence: ['evt_1'] })
      .thenRefused('EVIDENCE_UNKNOWN');
  });

  it('needs an incident', () => {
    given().when(completeCheck, command).thenRefused('INCIDENT_NOT_FOUND');
  });
});
