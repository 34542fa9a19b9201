import { describe, it } from '@jest/globals';
import { offered } from '../../../../test/support/given-command.js';
import {
  ada,
  byGrace,
  byTool,
  commandTaken,
  declared,
  given,
  grace,
  resolved,
} from '../../../../test/support/given-incident.js';
import type { IncidentEvent } from '../events.js';
import { granted } from './grant.js';
import { restrictIncident } from './restrict-incident.js';

const restricted: IncidentEvent = { type: 'IncidentRestricted', data: {} };
const nobody = { grants: {} };

describe('restrictIncident', () => {
  it('grants sight to who restricts', () => {
    given(declared)
      .when(restrictIncident, { reason: 'Legal' }, nobody)
      .then({ type: 'IncidentRestricted', data: { reason: 'Legal' } }, granted(ada));
    given(declared, resolved).when(restrictIncident, {}, nobody).then(restricted, granted(ada));
    given(declared)
      .when(restrictIncident, {}, { ...byTool, ...nobody })
      .then(restricted, granted(byTool.actor.id));
  });

  it('grants sight to the commander, and to nobody twice', () => {
    given(declared, commandTaken)
      .when(restrictIncident, {}, { ...byGrace, ...nobody })
      .then(restricted, granted(grace), granted(ada));
    given(declared, commandTaken).when(restrictIncident, {}, nobody).then(restricted, granted(ada));
  });

  it('grants nothing that lasts already, but makes what help gave last', () => {
    given(declared, commandTaken)
      .when(restrictIncident, {}, { ...byGrace, grants: { [ada]: 'LASTING', [grace]: 'FOR_HELP' } })
      .then(restricted, granted(grace));
  });

  it('grants sight to whom command is offered, who could not accept it without', () => {
    given(declared, commandTaken, offered)
      .when(restrictIncident, {}, nobody)
      .then(restricted, granted(ada), granted(grace));
  });

  it('grants sight to whoever leads the review', () => {
    given(declared, resolved, { type: 'ReviewStarted', data: { lead: grace } })
      .when(restrictIncident, {}, nobody)
      .then(restricted, granted(ada), granted(grace));
  });

  it('grants nothing to a rule of Bridgelog', () => {
    const actor = { kind: 'POLICY', id: 'some-policy' } as const;
    given(declared)
      .when(restrictIncident, {}, { actor, ...nobody })
      .then(restricted);
  });

  it('is already true of a restricted incident', () => {
    given(declared, restricted).when(restrictIncident, {}, nobody).thenNothing();
  });

  it('needs an incident', () => {
    given().when(restrictIncident, {}, nobody).thenRefused('INCIDENT_NOT_FOUND');
  });
});
