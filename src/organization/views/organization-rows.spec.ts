import { describe, expect, it } from '@jest/globals';
import { ada, created, integration, token } from '../../../test/support/given-organization.js';
import { happened, sampleId } from '../../../test/support/given.js';
import type { OrganizationEvent } from '../domain/events.js';
import { aliasRows } from './alias-row.view.js';
import { identityRows } from './identity-row.view.js';
import { integrationRows } from './integration-row.view.js';
import { memberRows } from './member-row.view.js';
import { organizationRows } from './organization-row.view.js';
import { serviceRows } from './service-row.view.js';
import { tokenRows } from './token-row.view.js';

const past: OrganizationEvent[] = [
  created,
  { type: 'MemberInvited', data: { member: ada, fullName: 'Ada', role: 'ADMIN' } },
  { type: 'IdentityBound', data: { member: ada, system: 'slack', externalId: 'U1' } },
  { type: 'IntegrationAdded', data: { integration, name: 'Chat bot' } },
  {
    type: 'TokenCreated',
    data: {
      token,
      name: 'bot',
      role: 'INTEGRATION',
      scopes: ['ACT_AS'],
      forIntegration: integration,
      hash: 'ab',
    },
  },
  { type: 'TokenRevoked', data: { token, reason: 'Lost' } },
];
const events = past.map((event, index) => happened(event, index + 1));

describe('the rows of an organization', () => {
  it('name its members', () => {
    const email = 'Ada@example.com';
    const data = { member: ada, fullName: 'Ada', role: 'ADMIN', email } as const;
    expect(memberRows(events)).toEqual([
      {
        table: 'members',
        id: ada,
        columns: { name: 'Ada', email: null, role: 'ADMIN', removed_at: null },
      },
    ]);
    expect(memberRows([happened({ type: 'MemberInvited', data }, 1)])).toMatchObject([
      { columns: { email } },
    ]);
  });

  it('hold identities under the ids of their events', () => {
    expect(identityRows(events)).toEqual([
      {
        table: 'identities',
        id: sampleId('evt', '3'),
        columns: { member: ada, system: 'slack', external_id: 'U1', unbound_at: null },
      },
    ]);
  });

  it('name its integrations', () => {
    expect(integrationRows(events)).toEqual([
      { table: 'integrations', id: integration, columns: { name: 'Chat bot', removed_at: null } },
    ]);
  });

  it('hold the latest words of a service, and aliases until they are removed', () => {
    const service = { slug: 'shop', title: 'The shop', target: 'service/shop' };
    const later: OrganizationEvent[] = [
      { type: 'ServiceDefined', data: { ...service, team: 'Sales' } },
      { type: 'ServiceDefined', data: service },
      { type: 'ServiceRetired', data: { slug: 'shop' } },
      { type: 'TargetAliased', data: { alias: 'shop', target: 'service/shop' } },
      { type: 'TargetAliasRemoved', data: { alias: 'shop' } },
    ];
    const changes = later.map((event, index) => happened(event, index + 1));
    const named = { title: 'The shop', target: 'service/shop', description: null };
    const columns = { ...named, retired_at: null };
    expect(serviceRows(changes)).toEqual([
      { table: 'services', id: 'shop', columns: { ...columns, team: 'Sales' } },
      { table: 'services', id: 'shop', columns: { ...columns, team: null } },
      { table: 'services', id: 'shop', columns: { retired_at: '2019-07-02T13:42:00.000000Z' } },
    ]);
    expect(aliasRows(changes)).toEqual([
      { table: 'target_aliases', id: 'shop', columns: { target: 'service/shop' } },
      { table: 'target_aliases', id: 'shop', columns: { target: null } },
    ]);
    expect([...serviceRows(events), ...aliasRows(events)]).toEqual([]);
  });

  it('change with what becomes of members, identities and integrations', () => {
    const binding = sampleId('evt', '3');
    const slack = { member: ada, system: 'slack', externalId: 'U1', binding };
    const email = { member: ada, system: 'email', externalId: 'Ada@example.com' };
    const later: OrganizationEvent[] = [
      { type: 'MemberRenamed', data: { member: ada, fullName: 'Countess' } },
      { type: 'MemberRoleChanged', data: { member: ada, role: 'GUEST', formerRole: 'ADMIN' } },
      { type: 'MemberRemoved', data: { member: ada } },
      { type: 'IdentityUnbound', data: slack },
      { type: 'IdentityUnbound', data: email },
      { type: 'IntegrationRemoved', data: { integration } },
    ];
    const changes = later.map((event, index) => happened(event, index + 1));
    expect(memberRows(changes)).toEqual([
      { table: 'members', id: ada, columns: { name: 'Countess' } },
      { table: 'members', id: ada, columns: { role: 'GUEST' } },
      { table: 'members', id: ada, columns: { removed_at: '2019-07-02T13:42:00.000000Z' } },
      { table: 'members', id: ada, columns: { email: null } },
    ]);
    expect(identityRows(changes)).toEqual([
      { table: 'identities', id: binding, columns: { unbound_at: '2019-07-02T13:43:00.000000Z' } },
    ]);
    expect(integrationRows(changes)).toEqual([
      {
        table: 'integrations',
        id: integration,
        columns: { removed_at: '2019-07-02T13:45:00.000000Z' },
      },
    ]);
  });

  it('hold the settings of the organization, those that changed', () => {
    const settings = (data: Extract<OrganizationEvent, { type: 'SettingsChanged' }>['data']) =>
      organizationRows('org_1', [
        happened<OrganizationEvent>({ type: 'SettingsChanged', data }, 2),
      ]);
    expect(organizationRows('org_1', events)).toEqual([
      { table: 'organizations', id: 'org_1', columns: { name: 'Acme' } },
    ]);
    expect(settings({ organizationName: 'Globex' })).toMatchObject([
      { columns: { name: 'Globex' } },
    ]);
    expect(settings({ restrictNewIncidents: false })).toEqual([
      { table: 'organizations', id: 'org_1', columns: { restrict_new_incidents: false } },
    ]);
  });

  it('hold tokens from their making to their end', () => {
    expect(tokenRows(events)).toEqual([
      {
        table: 'tokens',
        id: token,
        columns: {
          name: 'bot',
          role: 'INTEGRATION',
          scopes: ['ACT_AS'],
          member: null,
          integration,
          expires_at: null,
          created_at: '2019-07-02T13:44:00.000000Z',
          revoked_at: null,
          hash: 'ab',
        },
      },
      { table: 'tokens', id: token, columns: { revoked_at: '2019-07-02T13:45:00.000000Z' } },
    ]);
  });
});
