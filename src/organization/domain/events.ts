import { event } from '../../kernel/event.js';
import type { EventMap, EventOf } from '../../kernel/event.js';
import {
  id,
  instant,
  list,
  oneOf,
  optional,
  personal,
  text,
  withheld,
} from '../../kernel/field.js';
import { role, tokenScope } from './choices.js';

/** Stored for good: add optional fields, never rename or repurpose one. */
export const organizationEvents = {
  OrganizationCreated: event({
    schemaVersion: 1,
    description: 'The organization was set up, and its log begins',
    data: { name: text('What the organization is called', 200) },
    says: (data, { actor }) => `${actor} created ${data.name}`,
  }),

  MemberInvited: event({
    schemaVersion: 1,
    description: 'A person became a member of the organization',
    data: {
      member: id('The new member', 'mem'),
      fullName: personal(text('What the person is called', 200), 'member'),
      email: optional(personal(text('An e-mail address that is theirs alone', 320), 'member')),
      role: oneOf('What they may do', role),
    },
    says: (data, names) =>
      `${names.actor} invited ${names.of(data.member)} as ${data.role.toLowerCase()}`,
  }),

  IdentityBound: event({
    schemaVersion: 1,
    description: 'A member became known by their account in another system',
    data: {
      member: id('The member', 'mem'),
      system: text('The other system, such as `slack` or `email`', 50),
      externalId: personal(text('The id of the account in that system', 200), 'member'),
    },
    says: (data, names) =>
      `${names.actor} bound ${names.of(data.member)} to an identity in ${data.system}`,
  }),

  IntegrationAdded: event({
    schemaVersion: 1,
    description: 'A tool was made known to the organization, so that it can act on its own account',
    data: {
      integration: id('The new integration', 'int'),
      name: text('What the tool is called', 200),
    },
    says: (data, { actor }) => `${actor} added the integration ${data.name}`,
  }),

  TokenCreated: event({
    schemaVersion: 1,
    description: 'A secret was made with which a member or an integration is let in',
    data: {
      token: id('The new token', 'tok'),
      name: text('What the token is called: no two that are in use have one name', 200),
      role: oneOf('What its bearer may do', role),
      scopes: list(
        'What its bearer may do beyond the role',
        oneOf('One thing more that its bearer may do', tokenScope),
        20,
      ),
      forMember: optional(id('The member it belongs to, unless it is an integration’s', 'mem')),
      forIntegration: optional(id('The integration it belongs to, unless it is a member’s', 'int')),
      expiresAt: optional(instant('When it stops working by itself')),
      hash: withheld(
        text('SHA-256 of the secret, 64 hexadecimal digits; the secret is not stored', 64),
      ),
    },
    says: (data, names) =>
      `${names.actor} created the token ${data.name} ` +
      `for ${names.of(data.forMember ?? data.forIntegration ?? data.token)}`,
  }),

  TokenRevoked: event({
    schemaVersion: 1,
    description: 'A token was made useless',
    data: {
      token: id('The token', 'tok'),
      reason: optional(text('Why it was revoked', 500)),
    },
    says: (data, names) =>
      `${names.actor} revoked the token ${names.of(data.token)}` +
      (data.reason === undefined ? '' : `: ${data.reason}`),
  }),

  ServiceDefined: event({
    schemaVersion: 1,
    description: 'A service was made known, or is known by other words from now on',
    data: {
      slug: text('The name of the service in ids and targets, such as `checkout`', 80),
      title: text('What people call it', 200),
      team: optional(text('Who owns it', 200)),
      target: text('What actions on it name as their target', 200),
      description: optional(text('What it does', 2_000)),
    },
    says: (data, { actor }) => `${actor} defined the service ${data.slug}: ${data.title}`,
  }),

  TargetAliased: event({
    schemaVersion: 1,
    description: 'A target, and all within it, got another name',
    data: {
      alias: text('The other name', 200),
      target: text('The target that it stands for', 200),
    },
    says: (data, { actor }) => `${actor} made ${data.alias} stand for ${data.target}`,
  }),

  TargetAliasRemoved: event({
    schemaVersion: 1,
    description: 'A name stands for no other target any more',
    data: { alias: text('The other name', 200) },
    says: (data, { actor }) => `${actor} removed the alias ${data.alias}`,
  }),
} satisfies EventMap;

export type OrganizationEvent = EventOf<typeof organizationEvents>;
