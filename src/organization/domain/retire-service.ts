import { accept, refuse } from '../../kernel/decision.js';
import { notATarget, organizationNotFound } from './refusals.js';
import type { OrganizationRule } from './rule.js';
import { slugOf } from './service.js';

export type RetireService = { readonly name: string };

export const retireService: OrganizationRule<RetireService> = ({ name }, organization, facts) => {
  if (!organization.created) return refuse(organizationNotFound());
  const slug = slugOf(name);
  if (slug === undefined) return refuse(notATarget(name, 'name'));
  return facts.service?.slug === slug
    ? accept({ type: 'ServiceRetired', data: { slug } })
    : accept();
};
