import { describe, it } from '@jest/globals';
import {
  ada,
  commandTaken,
  declared,
  given,
  grace,
} from '../../../../test/support/given-incident.js';
import type { IncidentEvent } from '../events.js';
import { revokeSight } from './revoke-sight.js';

const restricted: IncidentEvent = { type: 'IncidentRestricted', data: {} };

describe('revokeSight', () => {
  it.each(['LASTING', 'FOR_HELP'] as const)('revokes what was granted: %s', (grant) => {
    given(declared, restricted)
      .when(revokeSight, { viewer: grace, reason: 'Left' }, { grants: { [grace]: grant } })
      .then({ type: 'SightRevoked', data: { viewer: grace, reason: 'Left' } });
  });

  it('is already true of who was granted nothing', () => {
    given(declared, restricted).when(revokeSight, { viewer: grace }, { grants: {} }).thenNothing();
  });

  it('leaves the commander of a restricted incident sight, and of no other', () => {
    const grants = { [ada]: 'LASTING' } as const;
    given(declared, commandTaken, restricted)
      .when(revokeSight, { viewer: ada }, { grants })
      .thenRefused({ code: 'COMMANDER_NEEDS_SIGHT', path: ['input', 'viewer'] });
    given(declared, commandTaken)
      .when(revokeSight, { viewer: ada }, { grants })
      .then({ type: 'SightRevoked', data: { viewer: ada } });
  });

  it('needs an incident', () => {
    given().when(revokeSight, { viewer: grace }, { grants: {} }).thenRefused('INCIDENT_NOT_FOUND');
  });
});
