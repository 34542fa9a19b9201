import { describe, expect, it } from '@jest/globals';
import { change, linked } from '../../../../test/support/given-incident.js';
import { sentence } from '../../../../test/support/sentence.js';
import type { IncidentEvent } from '../events.js';

describe('the events of suspects', () => {
  it.each<[IncidentEvent, string]>([
    [linked(), 'Ada linked New cart as a suspect'],
    [linked({ secondsBeforeImpact: 0 }), 'Ada linked New cart as a suspect, 0 s before the impact'],
    [
      linked({ secondsBeforeImpact: 3_725 }),
      'Ada linked New cart as a suspect, 1 h 2 min before the impact',
    ],
    [
      linked({ secondsBeforeImpact: 7_200 }),
      'Ada linked New cart as a suspect, 2 h before the impact',
    ],
    [{ type: 'ChangeUnlinked', data: { change } }, 'Ada unlinked New cart'],
    [
      { type: 'ChangeCleared', data: { change, reason: 'Staging only', evidence: [] } },
      'Ada cleared New cart: Staging only',
    ],
    [
      { type: 'ChangeImplicated', data: { change, reason: 'The stack trace', evidence: [] } },
      'Ada implicated New cart: The stack trace',
    ],
  ])('read as a log: %#', (event, says) => {
    expect(sentence(event)).toBe(says);
  });
});
