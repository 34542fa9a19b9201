import { expect, it } from '@jest/globals';
import { plusSeconds, secondsBetween } from './instant.js';

it.each([
  ['2019-07-02T13:40:00.000000Z', '2019-07-02T13:41:01.000000Z', 61],
  ['2019-07-02T13:40:00.000000Z', '2019-07-02T13:40:00.999999Z', 0],
  ['2019-07-02T13:40:00.500000Z', '2019-07-02T13:40:01.499000Z', 0],
  ['2019-12-31T23:59:59.000000Z', '2020-01-01T00:00:00.000000Z', 1],
  ['2019-07-02T13:40:00.000000Z', '2019-07-02T13:39:00.000000Z', -60],
])('from %s to %s there are whole seconds: %d', (from, to, seconds) => {
  expect(secondsBetween(from, to)).toBe(seconds);
});

it.each([
  ['2019-07-02T13:40:00.000001Z', 61, '2019-07-02T13:41:01.000001Z'],
  ['2019-07-02T13:40:00.999999Z', -60, '2019-07-02T13:39:00.999999Z'],
  ['9999-12-31T23:59:00.500000Z', 3600, '9999-12-31T23:59:59.500000Z'],
])('%s and %d seconds are %s', (from, seconds, moved) => {
  expect(plusSeconds(from, seconds)).toBe(moved);
});
