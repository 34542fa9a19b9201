import { describe, expect, it } from '@jest/globals';
import {
  confirmed,
  hypothesis,
  raised,
  ruledOut,
  supported,
} from '../../../../test/support/given-hypotheses.js';
import { sentence } from '../../../../test/support/sentence.js';
import type { IncidentEvent } from '../events.js';

describe('the events of hypotheses', () => {
  it.each<[IncidentEvent, string]>([
    [raised(), 'Ada raised the hypothesis "An attack"'],
    [supported(), `Ada supported ${hypothesis}: Seen in the logs`],
    [ruledOut(), `Ada ruled out ${hypothesis}: Seen in the logs`],
    [confirmed({ reason: undefined }), `Ada confirmed ${hypothesis}`],
  ])('read as a log: %#', (event, says) => {
    expect(sentence(event)).toBe(says);
  });
});
