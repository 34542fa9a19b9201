import { describe, expect, it } from '@jest/globals';
import {
  checkAdded,
  checkCompleted,
  checkRevised,
  checkSkipped,
  checkStarted,
  declaredWithChecks,
} from '../../../../test/support/given-checks.js';
import { given } from '../../../../test/support/given-incident.js';
import { happened } from '../../../../test/support/given.js';
import type { IncidentEvent } from '../events.js';
import { applies, evolve } from '../incident.js';

describe('an event of a check that makes no sense', () => {
  it.each<[string, IncidentEvent, IncidentEvent[]]>([
    ['a start of one that runs', checkStarted(), [checkStarted()]],
    ['a start of one that was completed', checkStarted(), [checkCompleted()]],
    ['a start of one that is unknown', checkStarted('dns'), []],
    ['a second completion', checkCompleted(), [checkCompleted()]],
    ['a completion of one that is unknown', checkCompleted({ check: 'dns' }), []],
    ['a revision without a verdict', checkRevised(), [checkStarted()]],
    ['a revision of one that is unknown', checkRevised({ check: 'dns' }), []],
    ['a skip of one that was completed', checkSkipped(), [checkCompleted()]],
    ['a second skip', checkSkipped(), [checkSkipped()]],
    ['a key that is taken', checkAdded({ check: 'database' }), []],
    [
      'one too many',
      checkAdded(),
      Array.from({ length: 28 }, (_, n) => checkAdded({ check: `check-${n}` })),
    ],
  ])('changes nothing: %s', (_, event, past) => {
    const { state } = given(declaredWithChecks, ...past);
    const next = happened(event, past.length + 2);
    expect(applies(state, next)).toBe(false);
    expect(evolve(state, next)).toBe(state);
  });

  it('is put at the end if what it follows is unknown', () => {
    expect(given(declaredWithChecks, checkAdded({ after: 'dns' })).state).toMatchObject({
      checks: [{ check: 'deploys' }, { check: 'database' }, { check: 'queue' }],
    });
  });
});
