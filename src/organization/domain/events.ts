import { event } from '../../kernel/event.js';
import type { EventMap, EventOf } from '../../kernel/event.js';
import {
  flag,
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
import { targetEvents } from './target-events.js';

const afterColon = (reason: string | undefined): string =>
  reason === undefined ? '' : `: ${reason}`;

/** Stored for good: add optional fields, never rename or repurpose one. */
export const organizationEvents = {
  OrganizationCreated: event({
    schemaVersion: 1,
    description: 'The organization was set up, and its log begins',
    data: { name: text('What the organization is called', 200) },
    says: (data, { actor }) => `${actor} created ${data.name}`,
  }),

  SettingsChanged: event({
    schemaVersion: 1,
    description: 'The organization has other settings from now on; what is absent stays as it was',
    data: {
      organizationName: optional(text('What the organization is called', 200)),
      restrictNewIncidents: optional(
        flag('Whether incidents are restricted from the first, unless whoever declares says no'),
      ),
    },
    says: ({ organizationName, restrictNewIncidents }, { actor }) => {
      const changes = [
        ...(organizationName === undefined ? [] : [`it is called ${organizationName}`]),
        ...(restrictNewIncidents === undefined
          ? []
          : [
              `new incidents are ${restrictNewIncidents ? 'restricted' : 'open'} unless said otherwise`,
            ]),
      ];
      return `${actor} changed the settings: ${changes.join('; ')}`;
    },
  }),

  MemberInvited: event({
    schemaVersion: 1,
    description: 'A person became a member of the organization, for the first time or again',
    data: {
      member: id('The new member', 'mem'),
      fullName: personal(text('What the person is called', 200), 'member'),
      email: optional(personal(text('An e-mail address that is theirs alone', 320), 'member')),
      role: oneOf('What they may do', role),
    },
    says: (data, names) =>
      `${names.actor} invited ${names.of(data.member)} as ${data.role.toLowerCase()}`,
  }),

  MemberRenamed: event({
    schemaVersion: 1,
    description: 'A member is called something else from now on',
    data: {
      member: id('The member', 'mem'),
      fullName: personal(text('What the person is called', 200), 'member'),
    },
    says: (data, names) => `${names.actor} renamed ${names.of(data.member)}`,
  }),

  MemberRoleChanged: event({
    schemaVersion: 1,
    description: 'A member may do more or less from now on; their tokens may do no more than that',
    data: {
      member: id('The member', 'mem'),
      role: oneOf('What they may do', role),
      formerRole: oneOf('What they could do until now', role),
    },
    says: (data, names) =>
      `${names.actor} changed the role of ${names.of(data.member)} ` +
      `from ${data.formerRole.toLowerCase()} to ${data.role.toLowerCase()}`,
  }),

  MemberRemoved: event({
    schemaVersion: 1,
    description: 'A person is no member of the organization any more',
    data: {
      member: id('The person', 'mem'),
      reason: optional(text('Why they were removed', 500)),
    },
    says: (data, names) =>
      `${names.actor} removed ${names.of(data.member)}${afterColon(data.reason)}`,
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

  IdentityUnbound: event({
    schemaVersion: 1,
    description: 'A member is no longer known by an account in another system, which is free again',
    data: {
      member: id('The member', 'mem'),
      system: text('The other system, such as `slack` or `email`', 50),
      externalId: personal(text('The id of the account in that system', 200), 'member'),
      binding: optional(id('The event that bound it, unless the invitation did', 'evt')),
    },
    says: (data, names) =>
      `${names.actor} unbound ${names.of(data.member)} from an identity in ${data.system}`,
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

  IntegrationRemoved: event({
    schemaVersion: 1,
    description: 'A tool is known to the organization no more',
    data: {
      integration: id('The integration', 'int'),
      reason: optional(text('Why it was removed', 500)),
    },
    says: (data, names) =>
      `${names.actor} removed the integration ${names.of(data.integration)}${afterColon(data.reason)}`,
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
      `${names.actor} revoked the token ${names.of(data.token)}${afterColon(data.reason)}`,
  }),

  ...targetEvents,
} satisfies EventMap;

export type OrganizationEvent = EventOf<typeof organizationEvents>;
