import { describe, expect, it } from '@jest/globals';
import {
  byGrace,
  commandTaken,
  contained,
  declared,
  given,
  resolved,
} from '../../../../test/support/given-incident.js';
import { closeIncident } from './close-incident.js';

const closed = { type: 'IncidentClosed', data: {} } as const;

describe('closeIncident', () => {
  it('closes what is resolved, under the term of the commander', () => {
    given(declared, resolved)
      .when(closeIncident, { remark: 'Reviewed' })
      .then({ type: 'IncidentClosed', data: { remark: 'Reviewed' } });
    given(declared, commandTaken, resolved)
      .when(closeIncident, { term: 1 }, byGrace)
      .then({ type: 'IncidentClosed', data: { directedIn: 1 } });
    expect(given(declared, resolved, closed).state).toMatchObject({
      phase: 'CLOSED',
      resolvedAt: '2019-07-02T13:41:00.000000Z',
      closedAt: '2019-07-02T13:42:00.000000Z',
    });
  });

  it('is already true when it is closed', () => {
    given(declared, resolved, closed).when(closeIncident, {}).thenNothing();
  });

  it('is too early before resolution, and refuses who may not direct', () => {
    given(declared, contained)
      .when(closeIncident, {})
      .thenRefused({ code: 'WRONG_PHASE', phase: 'CONTAINED', allowed: ['RESOLVED'] });
    given(declared, commandTaken)
      .when(closeIncident, {}, byGrace)
      .thenRefused('TERM_REQUIRED', 'WRONG_PHASE');
  });

  it('needs an incident', () => {
    given().when(closeIncident, {}).thenRefused('INCIDENT_NOT_FOUND');
  });
});
