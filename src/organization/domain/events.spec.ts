import { describe, expect, it } from '@jest/globals';
import { flawsOf } from '../../../test/support/event-map-flaws.js';
import { ada, created, integration, token } from '../../../test/support/given-organization.js';
import { organizationEvents } from './events.js';
import type { OrganizationEvent } from './events.js';

const known: Readonly<Record<string, string>> = {
  [ada]: 'Ada',
  [integration]: 'Chat bot',
  [token]: 'laptop',
};
const names = { actor: 'Grace', of: (id: string) => known[id] ?? id };
const sentence = ({ type, data }: OrganizationEvent): string =>
  (organizationEvents[type].says as (data: OrganizationEvent['data'], by: typeof names) => string)(
    data,
    names,
  );
const tokenData = { token, name: 'laptop', role: 'VIEWER', scopes: [], hash: '0' } as const;

describe('the events of an organization', () => {
  it('are described, and clear of the envelope', () => {
    expect(flawsOf(organizationEvents)).toEqual([]);
  });

  it.each<[OrganizationEvent, string]>([
    [created, 'Grace created Acme'],
    [
      { type: 'MemberInvited', data: { member: ada, fullName: 'A. Lovelace', role: 'ADMIN' } },
      'Grace invited Ada as admin',
    ],
    [
      { type: 'IdentityBound', data: { member: ada, system: 'slack', externalId: 'U1' } },
      'Grace bound Ada to an identity in slack',
    ],
    [
      { type: 'MemberRenamed', data: { member: ada, fullName: 'Countess Lovelace' } },
      'Grace renamed Ada',
    ],
    [
      {
        type: 'MemberRoleChanged',
        data: { member: ada, role: 'ADMIN', formerRole: 'RESPONDER' },
      },
      'Grace changed the role of Ada from responder to admin',
    ],
    [{ type: 'MemberRemoved', data: { member: ada } }, 'Grace removed Ada'],
    [{ type: 'MemberRemoved', data: { member: ada, reason: 'left' } }, 'Grace removed Ada: left'],
    [
      { type: 'IdentityUnbound', data: { member: ada, system: 'slack', externalId: 'U1' } },
      'Grace unbound Ada from an identity in slack',
    ],
    [
      { type: 'IntegrationRemoved', data: { integration, reason: 'replaced' } },
      'Grace removed the integration Chat bot: replaced',
    ],
    [{ type: 'ServiceRetired', data: { slug: 'checkout' } }, 'Grace retired the service checkout'],
    [
      { type: 'SettingsChanged', data: { organizationName: 'Globex', restrictNewIncidents: true } },
      'Grace changed the settings: it is called Globex; ' +
        'new incidents are restricted unless said otherwise',
    ],
    [
      { type: 'SettingsChanged', data: { restrictNewIncidents: false } },
      'Grace changed the settings: new incidents are open unless said otherwise',
    ],
    [
      { type: 'IntegrationAdded', data: { integration, name: 'Chat bot' } },
      'Grace added the integration Chat bot',
    ],
    [
      { type: 'TokenCreated', data: { ...tokenData, forMember: ada } },
      'Grace created the token laptop for Ada',
    ],
    [
      { type: 'TokenCreated', data: { ...tokenData, forIntegration: integration } },
      'Grace created the token laptop for Chat bot',
    ],
    [{ type: 'TokenRevoked', data: { token } }, 'Grace revoked the token laptop'],
    [
      { type: 'TokenRevoked', data: { token, reason: 'lost' } },
      'Grace revoked the token laptop: lost',
    ],
    [
      {
        type: 'ServiceDefined',
        data: { slug: 'checkout', title: 'The checkout', target: 'service/checkout' },
      },
      'Grace defined the service checkout: The checkout',
    ],
    [
      { type: 'TargetAliased', data: { alias: 'shop', target: 'service/shop' } },
      'Grace made shop stand for service/shop',
    ],
    [{ type: 'TargetAliasRemoved', data: { alias: 'shop' } }, 'Grace removed the alias shop'],
  ])('read as a log: %#', (event, says) => {
    expect(sentence(event)).toBe(says);
  });

  it('say nothing that is personal in their own words', () => {
    const personal = { fullName: 'Secret', email: 'secret@example.com' };
    const invited = { member: ada, role: 'VIEWER', ...personal } as const;
    expect(sentence({ type: 'MemberInvited', data: invited })).not.toMatch(/secret/i);
  });
});
