import { describe, expect, it } from '@jest/globals';
import { declared, given, resolved } from '../../../../test/support/given-incident.js';
import { renameIncident } from './rename-incident.js';

const command = { title: 'Card payments fail' };
const renamed = { type: 'IncidentRenamed', data: command } as const;

describe('renameIncident', () => {
  it('gives another title, in every phase', () => {
    given(declared).when(renameIncident, command).then(renamed);
    given(declared, resolved).when(renameIncident, command).then(renamed);
    expect(given(declared, renamed).state).toMatchObject(command);
  });

  it('is already true of the title that it has', () => {
    given(declared, renamed).when(renameIncident, command).thenNothing();
  });

  it('needs an incident', () => {
    given().when(renameIncident, command).thenRefused('INCIDENT_NOT_FOUND');
  });
});
