import { describe, expect, it } from '@jest/globals';
import { grace } from '../../../../test/support/given-incident.js';
import { sentence } from '../../../../test/support/sentence.js';
import type { IncidentEvent } from '../events.js';

describe('the events of sight', () => {
  it.each<[IncidentEvent, string]>([
    [{ type: 'IncidentRestricted', data: {} }, 'Ada restricted the incident'],
    [
      { type: 'IncidentOpened', data: { reason: 'It is public' } },
      'Ada opened the incident to the organization: It is public',
    ],
    [
      { type: 'SightGranted', data: { viewer: grace, reason: 'Legal' } },
      'Ada granted Grace sight: Legal',
    ],
    [{ type: 'SightRevoked', data: { viewer: grace } }, 'Ada revoked the sight of Grace'],
  ])('read as a log: %#', (event, says) => {
    expect(sentence(event)).toBe(says);
  });
});
