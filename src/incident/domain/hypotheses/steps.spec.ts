import { describe, expect, it } from '@jest/globals';
import {
  confirmed,
  raised,
  ruledOut,
  supported,
} from '../../../../test/support/given-hypotheses.js';
import { declared, given } from '../../../../test/support/given-incident.js';
import { happened, sampleId } from '../../../../test/support/given.js';
import { applies } from '../incident.js';

const many = (count: number) =>
  Array.from({ length: count }, (_, n) => raised({ hypothesis: sampleId('hyp', `many${n}`) }));

describe('an event of a hypothesis', () => {
  it.each([supported(), ruledOut(), confirmed()])('makes no sense before one was raised', (one) => {
    expect(applies(given(declared).state, happened(one, 2))).toBe(false);
    expect(applies(given(declared, raised()).state, happened(one, 3))).toBe(true);
  });

  it('is counted, up to a hundred', () => {
    expect(given(declared, ...many(99)).state).toMatchObject({ hypotheses: 99 });
    expect(applies(given(declared, ...many(99)).state, happened(raised(), 101))).toBe(true);
    expect(applies(given(declared, ...many(100)).state, happened(raised(), 102))).toBe(false);
  });
});
