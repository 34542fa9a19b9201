import { describe, it } from '@jest/globals';
import { declaredWithChecks } from '../../../../test/support/given-checks.js';
import { declared, given, incidentId, resolved } from '../../../../test/support/given-incident.js';
import { declareIncident } from './declare-incident.js';
import type { DeclareIncident } from './declare-incident.js';

const command: DeclareIncident = {
  incident: incidentId,
  number: 42,
  title: 'Checkout fails',
  severity: 'SEV2',
  mode: 'REAL',
  service: 'checkout',
};

describe('declareIncident', () => {
  it('declares, with a reference made from the number', () => {
    given().when(declareIncident, command).then(declared);
  });

  it('needs no service', () => {
    given()
      .when(declareIncident, { ...command, service: undefined })
      .then({ type: 'IncidentDeclared', data: { ...declared.data, service: undefined } });
  });

  it('fixes what is to be checked', () => {
    const { playbook, checks } = declaredWithChecks.data;
    given()
      .when(declareIncident, { ...command, playbook, checks })
      .then(declaredWithChecks);
  });

  it('is already true when the same was declared, whatever the number', () => {
    given(declared)
      .when(declareIncident, { ...command, number: 43 })
      .thenNothing();
    given(declared, resolved).when(declareIncident, command).thenNothing();
    given(declaredWithChecks).when(declareIncident, command).thenNothing();
  });

  it.each([
    { title: 'Search fails' },
    { severity: 'SEV1' },
    { mode: 'DRILL' },
    { service: undefined },
  ] satisfies Partial<DeclareIncident>[])('refuses an id that is taken: %j', (difference) => {
    given(declared)
      .when(declareIncident, { ...command, ...difference })
      .thenRefused({
        code: 'INCIDENT_EXISTS',
        path: ['input', 'incident'],
        incident: incidentId,
        reference: 'INC-42',
      });
  });
});
