import { accept, refuse } from '../../kernel/decision.js';
import type { OrganizationEvent } from './events.js';
import { organizationNotFound, tokenNotFound } from './refusals.js';
import type { OrganizationRule } from './rule.js';

export type RevokeToken = { readonly token: string; readonly reason?: string | undefined };

export const revokeToken: OrganizationRule<RevokeToken> = (command, organization, facts) => {
  if (!organization.created) return refuse(organizationNotFound());
  const { token, reason } = command;
  if (facts.token?.id !== token) return refuse(tokenNotFound());
  if (facts.token.revoked) return accept();
  const revoked: OrganizationEvent = { type: 'TokenRevoked', data: { token, reason } };
  return {
    ...accept(revoked),
    release: [{ space: 'token-name', key: facts.token.name, holder: token }],
  };
};
