import { describe, it } from '@jest/globals';
import { declared, given } from '../../../../test/support/given-incident.js';
import type { IncidentEvent } from '../events.js';
import { openIncident } from './open-incident.js';

const restricted: IncidentEvent = { type: 'IncidentRestricted', data: {} };
const opened: IncidentEvent = { type: 'IncidentOpened', data: { reason: 'It is public' } };

describe('openIncident', () => {
  it('opens what is restricted', () => {
    given(declared, restricted).when(openIncident, { reason: 'It is public' }).then(opened);
  });

  it('is already true of an incident that was never restricted, or was opened', () => {
    given(declared).when(openIncident, {}).thenNothing();
    given(declared, restricted, opened).when(openIncident, {}).thenNothing();
  });

  it('needs an incident', () => {
    given().when(openIncident, {}).thenRefused('INCIDENT_NOT_FOUND');
  });
});
