import { accept, refuse } from '../../kernel/decision.js';
import { integrationNotFound, organizationNotFound } from './refusals.js';
import { revocation } from './revoke-token.js';
import type { OrganizationRule } from './rule.js';
import { together } from './together.js';

export type RemoveIntegration = {
  readonly integration: string;
  readonly reason?: string | undefined;
};

/** With its tokens: being added again brings none of them back. */
export const removeIntegration: OrganizationRule<RemoveIntegration> = (
  { integration, reason },
  organization,
  { integration: known, tokensInUse = [] },
) => {
  if (!organization.created) return refuse(organizationNotFound());
  if (known?.id !== integration) return refuse(integrationNotFound('integration'));
  if (known.removed) return accept();
  return together(
    accept({ type: 'IntegrationRemoved', data: { integration, reason } }),
    ...tokensInUse.map((token) => revocation(token, 'its integration was removed')),
  );
};
