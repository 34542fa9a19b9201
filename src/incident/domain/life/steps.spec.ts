import { describe, expect, it } from '@jest/globals';
import {
  contained,
  commandTaken,
  declared,
  given,
  incidentId,
  resolved,
  started,
} from '../../../../test/support/given-incident.js';
import { happened } from '../../../../test/support/given.js';
import type { IncidentEvent } from '../events.js';
import { applies, evolve } from '../incident.js';

const acknowledged: IncidentEvent = { type: 'IncidentAcknowledged', data: {} };
const closed: IncidentEvent = { type: 'IncidentClosed', data: {} };
const reopened: IncidentEvent = { type: 'IncidentReopened', data: { reason: 'It is back' } };
const declined: IncidentEvent = { type: 'IncidentDeclined', data: {} };
const merged: IncidentEvent = { type: 'IncidentMerged', data: { into: incidentId } };
const absorbed: IncidentEvent = { type: 'IncidentAbsorbed', data: { duplicate: incidentId } };
const sameSeverity: IncidentEvent = {
  type: 'SeverityChanged',
  data: { formerSeverity: 'SEV1', severity: 'SEV2' },
};
const labelled = (...added: string[]): IncidentEvent => ({
  type: 'IncidentLabelled',
  data: { added, removed: [] },
});

describe('an event of the life of an incident that makes no sense where it stands', () => {
  it.each([
    ['acknowledged twice', [declared, acknowledged], acknowledged],
    ['changed to the severity that it has', [declared], sameSeverity],
    [
      'labelled too often',
      [declared, labelled('1', '2', '3', '4', '5', '6', '7', '8', '9', '10')],
      labelled('11'),
    ],
    ['closed before resolution', [declared], closed],
    ['closed twice', [declared, resolved, closed], closed],
    ['declined after it was closed', [declared, resolved, closed], declined],
    ['declined twice', [declared, declined], declined],
    ['merged after it was declined', [declared, declined], merged],
    ['merged twice', [declared, merged], merged],
    ['reopened after it was merged', [declared, merged], reopened],
    ['closed after it was declined', [declared, declined], closed],
    ['merged into after it was merged', [declared, merged], absorbed],
    ['merged into after it was declined', [declared, declined], absorbed],
    ['resolved after it was closed', [declared, resolved, closed], resolved],
    ['reopened while open', [declared, contained], reopened],
    ['command taken after it was closed', [declared, resolved, closed], commandTaken],
    ['contained after it was closed', [declared, resolved, closed], contained],
    ['an action started after it was closed', [declared, resolved, closed], started()],
  ])('leaves the state alone: %s', (_, past, event) => {
    const { state } = given(...past);
    const next = happened(event, past.length + 1);
    expect(applies(state, next)).toBe(false);
    expect(evolve(state, next)).toBe(state);
  });
});
