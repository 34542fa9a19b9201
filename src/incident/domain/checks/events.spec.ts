import { describe, expect, it } from '@jest/globals';
import {
  checkAdded,
  checkCompleted,
  checkRevised,
  checkSkipped,
  checkStarted,
} from '../../../../test/support/given-checks.js';
import { sentence } from '../../../../test/support/sentence.js';
import type { IncidentEvent } from '../events.js';

describe('the events of checks', () => {
  it.each<[IncidentEvent, string]>([
    [checkStarted(), 'Ada started the check database'],
    [checkCompleted(), 'Ada completed the check database (clear)'],
    [
      checkCompleted({ verdict: 'SUSPECT', summary: 'Some\nlag' }),
      'Ada completed the check database (suspect): Some lag',
    ],
    [checkRevised(), 'Ada revised the check database (the cause): The disk is full'],
    [checkSkipped(), 'Ada skipped the check database: We have none'],
    [checkAdded(), 'Ada added the check queue: Queues'],
  ])('read as a log: %#', (event, says) => {
    expect(sentence(event)).toBe(says);
  });
});
