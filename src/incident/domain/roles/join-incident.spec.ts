import { describe, it } from '@jest/globals';
import {
  assigned,
  joined,
  released,
  scribe,
  takesPart,
} from '../../../../test/support/given-command.js';
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
import { joinIncident } from './join-incident.js';

const roles = [scribe, { ...scribe, member: ada }];
const observing = { participation: 'OBSERVER' } as const;

describe('joinIncident', () => {
  it('joins, as a responder unless said, in every phase', () => {
    given(declared).when(joinIncident, {}, { roles: [] }).then(joined(ada));
    given(declared, resolved)
      .when(joinIncident, { as: 'OBSERVER' }, { roles: [], ...byGrace })
      .then(joined(grace, 'OBSERVER'));
  });

  it('is already true of who has joined that way, or says no way', () => {
    given(declared)
      .when(joinIncident, {}, { roles, ...takesPart })
      .thenNothing();
    given(declared)
      .when(joinIncident, { as: 'RESPONDER' }, { roles, ...takesPart })
      .thenNothing();
    given(declared)
      .when(joinIncident, {}, { roles, ...observing })
      .thenNothing();
  });

  it('makes a responder of an observer', () => {
    given(declared)
      .when(joinIncident, { as: 'RESPONDER' }, { roles, ...observing })
      .then(joined(ada));
  });

  it('makes an observer of a responder, who leaves their roles', () => {
    given(declared, assigned())
      .when(joinIncident, { as: 'OBSERVER' }, { roles, ...takesPart, ...byGrace })
      .then(released(), joined(grace, 'OBSERVER'));
  });

  it('makes no observer of the commander', () => {
    given(declared, commandTaken)
      .when(joinIncident, { as: 'OBSERVER' }, { roles, ...takesPart })
      .thenRefused('COMMANDER_CANNOT_LEAVE');
  });

  it('is for people', () => {
    given(declared)
      .when(joinIncident, {}, { roles, ...byTool })
      .thenRefused('PERSON_REQUIRED');
  });

  it('needs an incident', () => {
    given().when(joinIncident, {}, { roles }).thenRefused('INCIDENT_NOT_FOUND');
  });
});
