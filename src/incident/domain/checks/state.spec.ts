import { describe, expect, it } from '@jest/globals';
import {
  checkAdded,
  checkCompleted,
  checkRevised,
  checkSkipped,
  checkStarted,
  declaredWithChecks,
} from '../../../../test/support/given-checks.js';
import { declared, given } from '../../../../test/support/given-incident.js';
import type { IncidentEvent } from '../events.js';
import { nextCheck } from './state.js';

const nextAfter = (...past: IncidentEvent[]): string | undefined => {
  const { state } = given(...past);
  if (state.status === 'undeclared') throw new Error('declare it first');
  return nextCheck(state)?.check;
};

describe('the next check', () => {
  it.each<[string | undefined, IncidentEvent[]]>([
    ['deploys', []],
    ['deploys', [checkStarted('deploys')]],
    ['deploys', [checkCompleted()]],
    ['database', [checkCompleted({ check: 'deploys' })]],
    ['database', [checkSkipped('deploys')]],
    ['deploys', [checkSkipped('deploys'), checkStarted('deploys')]],
    [undefined, [checkSkipped('deploys'), checkCompleted(), checkRevised()]],
    ['queue', [checkCompleted({ check: 'deploys' }), checkAdded({ after: 'deploys' })]],
  ])('is %s (%#)', (check, past) => {
    expect(nextAfter(declaredWithChecks, ...past)).toBe(check);
  });

  it('is none where the incident was declared without checks', () => {
    expect(nextAfter(declared)).toBeUndefined();
    expect(nextAfter(declared, checkAdded())).toBe('queue');
  });
});
