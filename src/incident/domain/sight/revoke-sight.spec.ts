import { describe, expect, it } from '@jest/globals';
import {
  assigned,
  joined,
  offered,
  released,
  scribe,
  takesPart,
  withdrawn,
} from '../../../../test/support/given-command.js';
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
const revoked: IncidentEvent = { type: 'SightRevoked', data: { viewer: grace } };
/** Of somebody who takes no part. */
const out = { roles: [] };

describe('revokeSight', () => {
  it.each(['LASTING', 'FOR_HELP'] as const)('revokes what was granted: %s', (grant) => {
    given(declared, restricted)
      .when(revokeSight, { viewer: grace, reason: 'Left' }, { ...out, grants: { [grace]: grant } })
      .then({ type: 'SightRevoked', data: { viewer: grace, reason: 'Left' } });
  });

  it('is already true of who was granted nothing', () => {
    given(declared, restricted)
      .when(revokeSight, { viewer: grace }, { ...out, grants: {} })
      .thenNothing();
  });

  it('leaves the commander of a restricted incident sight, and of no other', () => {
    const grants = { [ada]: 'LASTING' } as const;
    given(declared, commandTaken, restricted)
      .when(revokeSight, { viewer: ada }, { ...out, grants })
      .thenRefused({ code: 'COMMANDER_NEEDS_SIGHT', path: ['input', 'viewer'] });
    given(declared, commandTaken)
      .when(revokeSight, { viewer: ada }, { ...out, grants })
      .then({ type: 'SightRevoked', data: { viewer: ada } });
  });

  it('puts who takes part in a restricted incident out of it, with their roles', () => {
    given(declared, joined(grace), assigned(), restricted)
      .when(revokeSight, { viewer: grace }, { ...takesPart, roles: [scribe], grants: {} })
      .then(released(), { type: 'ResponderLeft', data: { member: grace } }, revoked);
  });

  it('leaves who takes part in an open one where they are', () => {
    const part = { ...takesPart, roles: [scribe] };
    given(declared, joined(grace), assigned())
      .when(revokeSight, { viewer: grace }, { ...part, grants: {} })
      .thenNothing();
    given(declared, joined(grace), assigned())
      .when(revokeSight, { viewer: grace }, { ...part, grants: { [grace]: 'LASTING' } })
      .then(revoked);
  });

  it('withdraws an offer of command that could no longer be accepted', () => {
    const grants = { [grace]: 'LASTING' } as const;
    const { due } = given(declared, commandTaken, restricted, offered)
      .when(revokeSight, { viewer: grace }, { ...out, grants })
      .then(withdrawn, revoked);
    expect(due).toEqual([{ kind: 'offer', subject: grace, at: null }]);
    given(declared, commandTaken, offered)
      .when(revokeSight, { viewer: grace }, { ...out, grants })
      .then(revoked);
  });

  it('needs an incident', () => {
    given()
      .when(revokeSight, { viewer: grace }, { ...out, grants: {} })
      .thenRefused('INCIDENT_NOT_FOUND');
  });
});
