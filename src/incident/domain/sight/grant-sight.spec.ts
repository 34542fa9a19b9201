import { describe, it } from '@jest/globals';
import { declared, given, grace } from '../../../../test/support/given-incident.js';
import { granted } from './grant.js';
import { grantSight } from './grant-sight.js';

const command = { viewer: grace };
const fresh = { grants: {}, viewerExists: true };

describe('grantSight', () => {
  it('grants it, whether the incident is restricted or not', () => {
    given(declared).when(grantSight, command, fresh).then(granted(grace));
    given(declared, { type: 'IncidentRestricted', data: {} })
      .when(grantSight, { ...command, reason: 'Legal' }, fresh)
      .then(granted(grace, { reason: 'Legal' }));
  });

  it('makes what help gave last', () => {
    given(declared)
      .when(grantSight, command, { ...fresh, grants: { [grace]: 'FOR_HELP' } })
      .then(granted(grace));
  });

  it('is already true of who was granted sight, also if they have left since', () => {
    given(declared)
      .when(grantSight, command, { grants: { [grace]: 'LASTING' }, viewerExists: false })
      .thenNothing();
  });

  it('refuses who is not there', () => {
    given(declared)
      .when(grantSight, command, { ...fresh, viewerExists: false })
      .thenRefused({ code: 'VIEWER_NOT_FOUND', path: ['input', 'viewer'] });
  });

  it('needs an incident', () => {
    given().when(grantSight, command, fresh).thenRefused('INCIDENT_NOT_FOUND');
  });
});
