import { describe, expect, it } from '@jest/globals';
import { ada, created, integration, token } from '../../../test/support/given-organization.js';
import { happened, sampleId } from '../../../test/support/given.js';
import type { OrganizationEvent } from '../domain/events.js';
import { aliasRows } from './alias-row.view.js';
import { identityRows } from './identity-row.view.js';
import { integrationRows } from './integration-row.view.js';
import { memberRows } from './member-row.view.js';
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
      { table: 'members', id: ada, columns: { name: 'Ada', email: null, role: 'ADMIN' } },
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
        columns: { member: ada, system: 'slack', external_id: 'U1' },
      },
    ]);
  });

  it('name its integrations', () => {
    expect(integrationRows(events)).toEqual([
      { table: 'integrations', id: integration, columns: { name: 'Chat bot' } },
    ]);
  });

  it('hold the latest words of a service, and aliases until they are removed', () => {
    const service = { slug: 'shop', title: 'The shop', target: 'service/shop' };
    const later: OrganizationEvent[] = [
      { type: 'ServiceDefined', data: { ...service, team: 'Sales' } },
      { type: 'ServiceDefined', data: service },
      { type: 'TargetAliased', data: { alias: 'shop', target: 'service/shop' } },
      { type: 'TargetAliasRemoved', data: { alias: 'shop' } },
    ];
    const changes = later.map((event, index) => happened(event, index + 1));
    const columns = { title: 'The shop', target: 'service/shop', description: null };
    expect(serviceRows(changes)).toEqual([
      { table: 'services', id: 'shop', columns: { ...columns, team: 'Sales' } },
      { table: 'services', id: 'shop', columns: { ...columns, team: null } },
    ]);
    expect(aliasRows(changes)).toEqual([
      { table: 'target_aliases', id: 'shop', columns: { target: 'service/shop' } },
      { table: 'target_aliases', id: 'shop', columns: { target: null } },
    ]);
    expect([...serviceRows(events), ...aliasRows(events)]).toEqual([]);
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
