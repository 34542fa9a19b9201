import { describe, expect, it } from '@jest/globals';
import {
  checkAdded,
  checkCompleted,
  declaredWithChecks,
  knownCheck,
} from '../../../../test/support/given-checks.js';
import { declared, given, resolved } from '../../../../test/support/given-incident.js';
import { addCheck } from './add-check.js';
import type { AddCheck } from './add-check.js';

const command: AddCheck = {
  check: 'queue',
  title: 'Queues',
  lookAt: [{ title: 'Disk space', text: 'Bad: less than a tenth is free' }],
};
const added = knownCheck({ check: 'queue', title: 'Queues' });
const many = (count: number) =>
  Array.from({ length: count }, (_, n) => checkAdded({ check: `check-${n}` }));

describe('addCheck', () => {
  it('adds a check at the end, in any phase, also where there are none', () => {
    given(declaredWithChecks).when(addCheck, command).then(checkAdded());
    given(declared, resolved).when(addCheck, command).then(checkAdded());
    expect(given(declaredWithChecks, checkAdded()).state).toMatchObject({
      checks: [{ check: 'deploys' }, { check: 'database' }, { check: 'queue', status: 'PENDING' }],
    });
  });

  it('adds it behind another', () => {
    const behind = { after: 'deploys' };
    given(declaredWithChecks)
      .when(addCheck, { ...command, ...behind })
      .then(checkAdded(behind));
    expect(given(declaredWithChecks, checkAdded(behind)).state).toMatchObject({
      checks: [{ check: 'deploys' }, { check: 'queue' }, { check: 'database' }],
    });
  });

  it('is already true of the same check, wherever it stands and however far it has come', () => {
    given(declaredWithChecks, checkAdded(), checkCompleted({ check: 'queue' }))
      .when(addCheck, { ...command, after: 'deploys' }, added)
      .thenNothing();
  });

  it.each([
    { title: 'Jobs' },
    { lookAt: [] },
    { lookAt: [{ title: 'Length', text: 'Bad: less than a tenth is free' }] },
    { lookAt: [{ title: 'Disk space', text: 'Bad: none' }] },
  ] satisfies Partial<AddCheck>[])('refuses a key that is taken: %j', (difference) => {
    given(declaredWithChecks, checkAdded())
      .when(addCheck, { ...command, ...difference }, added)
      .thenRefused({ code: 'CHECK_EXISTS', check: 'queue', status: 'PENDING' });
  });

  it('refuses a thirty-first check, and a place behind none', () => {
    given(declaredWithChecks, ...many(27))
      .when(addCheck, command)
      .then(checkAdded());
    given(declaredWithChecks, ...many(28))
      .when(addCheck, { ...command, after: 'dns' })
      .thenRefused(
        { code: 'TOO_MANY_CHECKS', most: 30 },
        { code: 'CHECK_NOT_FOUND', check: 'dns', path: ['input', 'after'] },
      );
  });

  it('needs an incident', () => {
    given().when(addCheck, command).thenRefused('INCIDENT_NOT_FOUND');
  });
});
