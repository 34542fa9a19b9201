import { describe, expect, it } from '@jest/globals';
import {
  byTool,
  contained,
  declared,
  given,
  resolved,
} from '../../../../test/support/given-incident.js';
import { promiseUpdate } from './promise-update.js';

const at = '2019-07-02T14:30:00.000000Z';
const command = { audience: 'CUSTOMERS', at } as const;
const promised = {
  type: 'NextUpdatePromised',
  data: { audience: 'CUSTOMERS', promisedFor: at },
} as const;
const now = '2019-07-02T14:00:00.000000Z';
const weekAhead = '2019-07-09T14:00:00.000000Z';

describe('promiseUpdate', () => {
  it('promises, also for a tool', () => {
    given(declared).when(promiseUpdate, command).then(promised);
    given(declared, contained).when(promiseUpdate, command, byTool).then(promised);
  });

  it('stands in place of the earlier promise, earlier or later', () => {
    const sooner = { ...command, at: '2019-07-02T14:10:00.000000Z' };
    given(declared, promised)
      .when(promiseUpdate, sooner)
      .then({ ...promised, data: { ...promised.data, promisedFor: sooner.at } });
  });

  it('is already true of the same time, also when that has passed', () => {
    given(declared, promised).when(promiseUpdate, command).thenNothing();
    given(declared, promised)
      .when(promiseUpdate, command, { now: '2019-07-02T15:00:00.000000Z' })
      .thenNothing();
  });

  it('is kept for each audience apart', () => {
    given(declared, promised)
      .when(promiseUpdate, { ...command, audience: 'INTERNAL' })
      .then({ ...promised, data: { ...promised.data, audience: 'INTERNAL' } });
  });

  it('reaches seven days ahead', () => {
    given(declared)
      .when(promiseUpdate, { ...command, at: weekAhead })
      .then({ ...promised, data: { ...promised.data, promisedFor: weekAhead } });
  });

  it.each([
    ['now', now],
    ['the past', '2019-07-02T13:59:59.999999Z'],
    ['too far ahead', '2019-07-09T14:00:00.000001Z'],
  ])('refuses a time that is %s', (_, time) => {
    given(declared)
      .when(promiseUpdate, { ...command, at: time })
      .thenRefused({
        code: 'PROMISE_TIME_INVALID',
        path: ['input', 'at'],
        after: now,
        until: weekAhead,
      });
  });

  it('is void after the response is over', () => {
    given(declared, resolved)
      .when(promiseUpdate, command)
      .thenRefused({
        code: 'WRONG_PHASE',
        phase: 'RESOLVED',
        allowed: ['INVESTIGATING', 'CONTAINED'],
      });
    expect(given(declared, promised, resolved).state).toHaveProperty('promises', {});
  });

  it('needs an incident', () => {
    given().when(promiseUpdate, command).thenRefused('INCIDENT_NOT_FOUND');
  });
});
