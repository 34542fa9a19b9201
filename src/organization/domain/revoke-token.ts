import { accept, refuse } from '../../kernel/decision.js';
import type { Accepted } from '../../kernel/decision.js';
import type { OrganizationEvent } from './events.js';
import type { TokenInUse } from './facts.js';
import { organizationNotFound, tokenNotFound } from './refusals.js';
import type { OrganizationRule } from './rule.js';

export type RevokeToken = { readonly token: string; readonly reason?: string | undefined };

export const revokeToken: OrganizationRule<RevokeToken> = (command, organization, facts) => {
  if (!organization.created) return refuse(organizationNotFound());
  const { token, reason } = command;
  if (facts.token?.id !== token) return refuse(tokenNotFound());
  return facts.token.revoked ? accept() : revocation(facts.token, reason);
};

/** The end of a token, whose name is free again. */
export const revocation = (
  { id: token, name }: TokenInUse,
  reason: string | undefined,
): Accepted<OrganizationEvent, never> => ({
  ...accept({ type: 'TokenRevoked', data: { token, reason } } satisfies OrganizationEvent),
  release: [{ space: 'token-name', key: name, holder: token }],
});
