import { accept, refuse } from '../../kernel/decision.js';
import { organizationExists } from './refusals.js';
import type { OrganizationRule } from './rule.js';

export type CreateOrganization = { readonly name: string };

export const createOrganization: OrganizationRule<CreateOrganization> = (
  { name },
  organization,
) => {
  if (!organization.created) return accept({ type: 'OrganizationCreated', data: { name } });
  return organization.name === name ? accept() : refuse(organizationExists(organization.name));
};
