import type { FoldedEvent } from '../../kernel/event.js';
import type { OrganizationEvent } from './events.js';

/** Nothing that grows with members or tokens: rules learn of the one they need from their facts. */
export type Organization =
  { readonly created: false } | { readonly created: true; readonly name: string };

export const initialOrganization: Organization = { created: false };

type Happened = FoldedEvent<OrganizationEvent>;

/** Whether the event makes sense in this state. */
export const applies = (organization: Organization, event: Happened): boolean =>
  (event.type === 'OrganizationCreated') === !organization.created;

export const evolve = (organization: Organization, event: Happened): Organization => {
  switch (event.type) {
    case 'OrganizationCreated':
      return organization.created ? organization : { created: true, name: event.data.name };
    case 'MemberInvited':
    case 'IdentityBound':
    case 'IntegrationAdded':
    case 'TokenCreated':
    case 'TokenRevoked':
    case 'ServiceDefined':
    case 'TargetAliased':
    case 'TargetAliasRemoved':
      return organization;
  }
};
