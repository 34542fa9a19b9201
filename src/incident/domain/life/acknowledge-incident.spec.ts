import { describe, expect, it } from '@jest/globals';
import { byGrace, byTool, declared, given } from '../../../../test/support/given-incident.js';
import { acknowledgeIncident } from './acknowledge-incident.js';

const acknowledged = { type: 'IncidentAcknowledged', data: {} } as const;

describe('acknowledgeIncident', () => {
  it('keeps when that happened', () => {
    given(declared).when(acknowledgeIncident, {}).then(acknowledged);
    expect(given(declared, acknowledged).state).toMatchObject({
      acknowledgedAt: '2019-07-02T13:41:00.000000Z',
    });
  });

  it('is already true once anybody has', () => {
    given(declared, acknowledged).when(acknowledgeIncident, {}, byGrace).thenNothing();
  });

  it('is for people', () => {
    given(declared).when(acknowledgeIncident, {}, byTool).thenRefused('PERSON_REQUIRED');
  });

  it('needs an incident', () => {
    given().when(acknowledgeIncident, {}).thenRefused('INCIDENT_NOT_FOUND');
  });
});
