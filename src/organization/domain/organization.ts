import type { FoldedEvent } from '../../kernel/event.js';
import type { OrganizationEvent } from './events.js';

/** Nothing that grows with members or tokens: rules learn of the one they need from their facts. */
export type Organization =
  | { readonly created: false }
  | {
      readonly created: true;
      readonly name: string;
      /** Whether incidents are restricted from the first, unless whoever declares says no. */
      readonly restrictNewIncidents: boolean;
    };

type SettingsChanged = Extract<OrganizationEvent, { readonly type: 'SettingsChanged' }>['data'];

export const initialOrganization: Organization = { created: false };

/** As an organization is when it was just created. */
export const newOrganization = (name: string) =>
  ({ created: true, name, restrictNewIncidents: false }) as const;

type Happened = FoldedEvent<OrganizationEvent>;

/** Whether the event makes sense in this state. */
export const applies = (organization: Organization, event: Happened): boolean =>
  (event.type === 'OrganizationCreated') === !organization.created;

export const evolve = (organization: Organization, event: Happened): Organization => {
  switch (event.type) {
    case 'OrganizationCreated':
      return organization.created ? organization : newOrganization(event.data.name);
    case 'SettingsChanged':
      return organization.created ? withSettings(organization, event.data) : organization;
    case 'MemberInvited':
    case 'MemberRenamed':
    case 'MemberRoleChanged':
    case 'MemberRemoved':
    case 'IdentityBound':
    case 'IdentityUnbound':
    case 'IntegrationAdded':
    case 'IntegrationRemoved':
    case 'TokenCreated':
    case 'TokenRevoked':
    case 'ServiceDefined':
    case 'ServiceRetired':
    case 'TargetAliased':
    case 'TargetAliasRemoved':
      return organization;
  }
};

const withSettings = (
  organization: Extract<Organization, { readonly created: true }>,
  { organizationName, restrictNewIncidents }: SettingsChanged,
): Organization => ({
  ...organization,
  name: organizationName ?? organization.name,
  restrictNewIncidents: restrictNewIncidents ?? organization.restrictNewIncidents,
});
