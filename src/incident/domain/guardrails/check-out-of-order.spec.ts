import { describe, expect, it } from '@jest/globals';
import {
  checkAdded,
  checkCompleted,
  checkSkipped,
  checkStarted,
  declaredWithChecks,
} from '../../../../test/support/given-checks.js';
import { given, resolved } from '../../../../test/support/given-incident.js';
import type { IncidentEvent } from '../events.js';
import { checkOutOfOrder } from './check-out-of-order.js';

/** The check that was passed over to begin this one. */
const passedOver = (check: string, ...past: IncidentEvent[]) => {
  const { state } = given(declaredWithChecks, checkAdded(), ...past);
  if (state.status === 'undeclared') throw new Error('not declared');
  return checkOutOfOrder(check, state).map(({ subject }) => subject);
};

describe('a check', () => {
  it('is in order first, and out of order while one before it is left', () => {
    expect(passedOver('deploys')).toEqual([]);
    expect(passedOver('database')).toEqual(['deploys']);
  });

  it.each([
    ['being looked at', checkStarted('deploys')],
    ['completed', checkCompleted({ check: 'deploys' })],
    ['skipped', checkSkipped('deploys')],
  ])('is in order while the one before it is %s', (_, event) => {
    expect(passedOver('database', event)).toEqual([]);
  });

  it('names the first of those that were passed over', () => {
    expect(passedOver('queue')).toEqual(['deploys']);
    expect(passedOver('queue', checkSkipped('deploys'))).toEqual(['database']);
    expect(passedOver('queue', checkSkipped('deploys'), checkStarted())).toEqual([]);
  });

  it('that was started out of order is not out of order again when it is completed', () => {
    expect(passedOver('database', checkStarted())).toEqual([]);
  });

  it('that was skipped is taken up in its place', () => {
    expect(passedOver('database', checkSkipped())).toEqual(['deploys']);
  });

  it('has no order to keep once the response is over', () => {
    expect(passedOver('database', resolved)).toEqual([]);
  });
});
