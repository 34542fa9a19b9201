import { describe, it } from '@jest/globals';
import { declaredWithChecks } from '../../../../test/support/given-checks.js';
import {
  ada,
  declared,
  given,
  incidentId,
  resolved,
} from '../../../../test/support/given-incident.js';
import { builtIn } from '../../../../test/support/given-playbook.js';
import type { IncidentEvent } from '../events.js';
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

describe('declareIncident, restricted', () => {
  const restricted = [
    { type: 'IncidentRestricted', data: {} },
    { type: 'SightGranted', data: { viewer: ada } },
  ] as const satisfies IncidentEvent[];

  it('is so from its first moment on, and whoever declares it sees it', () => {
    given()
      .when(declareIncident, { ...command, restricted: true })
      .then(declared, ...restricted);
  });

  it('is already true of one that is restricted, and not of an open one', () => {
    const again = { ...command, restricted: true };
    given(declared, ...restricted)
      .when(declareIncident, again)
      .thenNothing();
    given(declared, ...restricted)
      .when(declareIncident, command)
      .thenNothing();
    given(declared).when(declareIncident, again).thenRefused('INCIDENT_EXISTS');
  });
});

describe('declareIncident', () => {
  it('declares, with a reference made from the number', () => {
    given().when(declareIncident, command).then(declared);
  });

  it('needs no service', () => {
    given()
      .when(declareIncident, { ...command, service: undefined })
      .then({ type: 'IncidentDeclared', data: { ...declared.data, service: undefined } });
  });

  describe('by a playbook', () => {
    const { playbook, checks } = declaredWithChecks.data;
    const shop = { ...builtIn, name: 'first-thirty-minutes', version: 1, checks };
    const facts = { named: { playbook: shop, isRetired: false } };

    it('fixes the version, and what is to be checked', () => {
      given().when(declareIncident, command, facts).then(declaredWithChecks);
      given()
        .when(declareIncident, { ...command, playbook }, facts)
        .then(declaredWithChecks);
    });

    it('refuses one by hand that is not there, or is retired', () => {
      const byHand = { ...command, playbook: 'shop' };
      given().when(declareIncident, byHand).thenRefused('PLAYBOOK_NOT_FOUND');
      given()
        .when(declareIncident, byHand, { named: { playbook: shop, isRetired: true } })
        .thenRefused('PLAYBOOK_RETIRED');
    });

    it('is already true by its name and by the version that it runs, whatever became of it', () => {
      for (const name of ['first-thirty-minutes', 'first-thirty-minutes@1'])
        given(declaredWithChecks)
          .when(declareIncident, { ...command, playbook: name })
          .thenNothing();
    });

    it.each(['first-thirty-minutes@2', 'first', 'shop'])('is not the same by %s', (name) => {
      given(declaredWithChecks)
        .when(declareIncident, { ...command, playbook: name })
        .thenRefused('INCIDENT_EXISTS');
    });
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
