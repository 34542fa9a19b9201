import { describe, expect, it } from '@jest/globals';
import { created, given, integration, token } from '../../../test/support/given-organization.js';
import { happened } from '../../../test/support/given.js';
import type { OrganizationEvent } from './events.js';
import { applies, evolve } from './organization.js';

describe('an organization', () => {
  it('remembers its name', () => {
    expect(given().state).toStrictEqual({ created: false });
    expect(given(created).state).toStrictEqual({
      created: true,
      name: 'Acme',
      restrictNewIncidents: false,
    });
  });

  it('remembers its settings, one by one', () => {
    const renamed = given(created, {
      type: 'SettingsChanged',
      data: { organizationName: 'Globex' },
    }).state;
    expect(renamed).toMatchObject({ name: 'Globex', restrictNewIncidents: false });
    const restricted = { type: 'SettingsChanged', data: { restrictNewIncidents: true } } as const;
    expect(given(created, restricted).state).toMatchObject({
      name: 'Acme',
      restrictNewIncidents: true,
    });
  });

  it.each<[string, OrganizationEvent[], OrganizationEvent]>([
    ['created twice', [created], { type: 'OrganizationCreated', data: { name: 'Globex' } }],
    [
      'an integration before the organization',
      [],
      { type: 'IntegrationAdded', data: { integration, name: 'Chat bot' } },
    ],
    ['a token revoked before the organization', [], { type: 'TokenRevoked', data: { token } }],
  ])('is left alone by an event that makes no sense: %s', (_, past, event) => {
    const { state } = given(...past);
    const next = happened(event, past.length + 1);
    expect(applies(state, next)).toBe(false);
    expect(evolve(state, next)).toBe(state);
  });
});
