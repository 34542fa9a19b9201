import { describe, expect, it } from '@jest/globals';
import { incidentId } from '../../../../test/support/given-incident.js';
import { sentence } from '../../../../test/support/sentence.js';
import type { IncidentEvent } from '../events.js';

describe('the events of the life of an incident', () => {
  it.each<[IncidentEvent, string]>([
    [{ type: 'IncidentAcknowledged', data: {} }, 'Ada acknowledged the incident'],
    [
      { type: 'IncidentRenamed', data: { title: 'Card payments fail' } },
      'Ada renamed the incident: Card payments fail',
    ],
    [
      {
        type: 'SeverityChanged',
        data: { formerSeverity: 'SEV2', severity: 'SEV1', reason: 'All shops' },
      },
      'Ada changed the severity from SEV2 to SEV1: All shops',
    ],
    [{ type: 'IncidentLabelled', data: { added: ['eu'], removed: [] } }, 'Ada added the label eu'],
    [
      { type: 'IncidentLabelled', data: { added: [], removed: ['eu', 'us'] } },
      'Ada removed the labels eu, us',
    ],
    [
      { type: 'IncidentLabelled', data: { added: ['asia'], removed: ['eu'] } },
      'Ada added the label asia and removed the label eu',
    ],
    [
      { type: 'IncidentReopened', data: { reason: 'It is back' } },
      'Ada reopened the incident: It is back',
    ],
    [
      { type: 'IncidentDeclined', data: { reason: 'False alarm' } },
      'Ada declined the incident: False alarm',
    ],
    [
      { type: 'IncidentMerged', data: { into: incidentId, reason: 'Same deploy' } },
      `Ada merged the incident into ${incidentId}: Same deploy`,
    ],
    [
      { type: 'IncidentAbsorbed', data: { duplicate: incidentId } },
      `Ada merged ${incidentId} into the incident`,
    ],
    [{ type: 'IncidentClosed', data: {} }, 'Ada closed the incident'],
    [{ type: 'IncidentClosed', data: { remark: 'Reviewed' } }, 'Ada closed the incident: Reviewed'],
  ])('read as a log: %#', (event, says) => {
    expect(sentence(event)).toBe(says);
  });
});
