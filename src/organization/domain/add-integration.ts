import { accept, refuse } from '../../kernel/decision.js';
import { integrationExists, organizationNotFound } from './refusals.js';
import type { OrganizationRule } from './rule.js';

export type AddIntegration = { readonly integration: string; readonly name: string };

export const addIntegration: OrganizationRule<AddIntegration> = (command, organization, facts) => {
  if (!organization.created) return refuse(organizationNotFound());
  const { integration, name } = command;
  return facts.integration?.id === integration
    ? refuse(integrationExists(integration))
    : accept({ type: 'IntegrationAdded', data: { integration, name } });
};
