import { expect, it } from '@jest/globals';
import { sentence } from '../../../../test/support/sentence.js';

it('a lost containment reads as a log', () => {
  const data = { reason: 'Errors\nare back', evidence: [] };
  expect(sentence({ type: 'ContainmentLost', data })).toBe(
    'Ada reported that the incident is no longer contained: Errors are back',
  );
});
