import { accept, refuse } from '../../kernel/decision.js';
import { lastAdmin, memberNotFound, organizationNotFound } from './refusals.js';
import { revocation } from './revoke-token.js';
import type { OrganizationRule } from './rule.js';
import { together } from './together.js';
import { unbinding } from './unbind-identity.js';

export type RemoveMember = { readonly member: string; readonly reason?: string | undefined };

/**
 * With all that they were let in by and known by: being invited again brings none of it back. An
 * admin stays. What they hold in incidents is left to those who go on there.
 */
export const removeMember: OrganizationRule<RemoveMember> = (command, organization, facts) => {
  if (!organization.created) return refuse(organizationNotFound());
  const { member, reason } = command;
  const { member: known, otherAdmin, tokensInUse = [], identities = [] } = facts;
  if (known?.id !== member) return refuse(memberNotFound('member'));
  if (known.removed) return accept();
  if (known.role === 'ADMIN' && otherAdmin !== true) return refuse(lastAdmin());
  return together(
    accept({ type: 'MemberRemoved', data: { member, reason } }),
    ...tokensInUse.map((token) => revocation(token, 'its member was removed')),
    ...identities.map((identity) => unbinding(identity, member)),
  );
};
