import { accept, refuse } from '../../kernel/decision.js';
import { integrationExists, organizationNotFound } from './refusals.js';
import type { OrganizationRule } from './rule.js';

export type AddIntegration = { readonly integration: string; readonly name: string };

/** One that was removed may be added again, under its id. */
export const addIntegration: OrganizationRule<AddIntegration> = (command, organization, facts) => {
  if (!organization.created) return refuse(organizationNotFound());
  const { integration, name } = command;
  return facts.integration?.id === integration && !facts.integration.removed
    ? refuse(integrationExists(integration))
    : accept({ type: 'IntegrationAdded', data: { integration, name } });
};
