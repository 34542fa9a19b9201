import { describe, it } from '@jest/globals';
import {
  assigned,
  released,
  relinquished,
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
} from '../../../../test/support/given-incident.js';
import { leaveIncident } from './leave-incident.js';

const left = (member: string) => ({ type: 'ResponderLeft', data: { member } }) as const;
const lead = { ...scribe, incidentRole: 'OPERATIONS_LEAD' } as const;

describe('leaveIncident', () => {
  it('leaves', () => {
    given(declared)
      .when(leaveIncident, {}, { roles: [scribe], ...takesPart })
      .then(left(ada));
    given(declared)
      .when(leaveIncident, {}, { roles: [], participation: 'OBSERVER' })
      .then(left(ada));
  });

  it('leaves every role behind', () => {
    const roles = [scribe, { ...scribe, member: ada }, lead];
    given(declared, assigned(), assigned(), assigned())
      .when(leaveIncident, {}, { roles, ...takesPart, ...byGrace })
      .then(released(), released({ incidentRole: 'OPERATIONS_LEAD' }), left(grace));
  });

  it('is already true of who takes no part', () => {
    given(declared).when(leaveIncident, {}, { roles: [] }).thenNothing();
  });

  it('is refused to the commander, until they hand command over or relinquish it', () => {
    const facts = { roles: [], ...takesPart };
    given(declared, commandTaken).when(leaveIncident, {}, facts).thenRefused({
      code: 'COMMANDER_CANNOT_LEAVE',
      message: 'You command in term 1: hand command over, or relinquish it, before you step back',
    });
    given(declared, commandTaken, relinquished).when(leaveIncident, {}, facts).then(left(ada));
  });

  it('is for people', () => {
    given(declared)
      .when(leaveIncident, {}, { roles: [], ...byTool })
      .thenRefused('PERSON_REQUIRED');
  });

  it('needs an incident', () => {
    given().when(leaveIncident, {}, { roles: [] }).thenRefused('INCIDENT_NOT_FOUND');
  });
});
