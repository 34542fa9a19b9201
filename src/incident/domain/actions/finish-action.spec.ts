import { describe, expect, it } from '@jest/globals';
import {
  action,
  declared,
  expired,
  finished,
  given,
  known,
  otherAction,
  resolved,
  started,
} from '../../../../test/support/given-incident.js';
import { sampleId } from '../../../../test/support/given.js';
import type { ActionStatus } from './choices.js';
import { finishAction } from './finish-action.js';
import type { FinishAction } from './finish-action.js';

const command: FinishAction = { action, outcome: 'WORKED' };
const leaseCleared = [{ kind: 'lease', subject: action, at: null }];

describe('finishAction', () => {
  it('frees the target', () => {
    const decision = given(declared, started())
      .when(finishAction, command, known())
      .then(finished());
    expect(decision).toMatchObject({
      release: [{ space: 'target', key: 'service/checkout', holder: action }],
      due: leaseCleared,
    });
  });

  it('has no target to free after a diagnosis', () => {
    const decision = given(declared, started({ intent: 'DIAGNOSE' }))
      .when(finishAction, command, known({ intent: 'DIAGNOSE' }))
      .then(finished());
    expect(decision).toMatchObject({ release: [], due: leaseCleared });
  });

  it('records what was seen, and where', () => {
    const seen = { remark: 'Errors are gone', evidence: [sampleId('evt', '1')] };
    given(declared, started())
      .when(finishAction, { ...command, ...seen, outcome: 'NO_EFFECT' }, known())
      .then(finished({ ...seen, outcome: 'NO_EFFECT' }));
  });

  it('is open after resolution', () => {
    given(declared, started(), resolved).when(finishAction, command, known()).then(finished());
  });

  it('records what came of it also after expiry, when there is nothing to free', () => {
    const decision = given(declared, started(), expired)
      .when(finishAction, command, known({ status: 'EXPIRED' }))
      .then(finished({ afterExpiry: true }));
    expect(Object.keys(decision)).toEqual(['events']);
  });

  it.each<ActionStatus>(['PROPOSED', 'APPROVED', 'REJECTED', 'WITHDRAWN'])(
    'refuses what is %s',
    (status) => {
      given(declared).when(finishAction, command, known({ status })).thenRefused('ACTION_NOT_OPEN');
    },
  );

  it('refuses an action that never started or has ended', () => {
    given(declared, started())
      .when(finishAction, { ...command, action: otherAction })
      .thenRefused({ code: 'ACTION_NOT_OPEN', action: otherAction, path: ['input', 'action'] });
    given(declared, started(), finished())
      .when(finishAction, command, known({ status: 'FINISHED', outcome: 'NO_EFFECT' }))
      .thenRefused('ACTION_NOT_OPEN');
  });

  it('is said already if the same was said of it, and not if it was said in other words', () => {
    const seen = { outcome: 'WORKED', remark: 'Gone', evidence: [sampleId('evt', '1')] } as const;
    const ended = known({
      ...{ status: 'FINISHED', outcome: 'WORKED', outcomeRemark: 'Gone', evidence: seen.evidence },
    });
    const there = given(declared, started(), finished(seen));
    there.when(finishAction, { ...command, ...seen }, ended).thenNothing();
    for (const other of [{ remark: 'All gone' }, { remark: undefined }, { evidence: [] }])
      there
        .when(finishAction, { ...command, ...seen, ...other }, ended)
        .thenRefused('ACTION_NOT_OPEN');
  });

  it('refuses evidence that is no entry of the log', () => {
    given(declared, started())
      .when(finishAction, command, { ...known(), unknownEvidence: ['evt_1'] })
      .thenRefused('EVIDENCE_UNKNOWN');
  });

  it('needs an incident', () => {
    given().when(finishAction, command).thenRefused('INCIDENT_NOT_FOUND');
  });
});
