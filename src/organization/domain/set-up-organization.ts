import { refuse } from '../../kernel/decision.js';
import { createOrganization } from './create-organization.js';
import { createToken } from './create-token.js';
import { inviteMember } from './invite-member.js';
import { newOrganization } from './organization.js';
import { organizationExists } from './refusals.js';
import type { OrganizationRule } from './rule.js';
import { together } from './together.js';

export type SetUpOrganization = {
  readonly name: string;
  readonly admin: { readonly member: string; readonly name: string };
  readonly token: { readonly token: string; readonly name: string; readonly hash: string };
};

/** An organization, its first admin and that admin's token: all three, or nothing. */
export const setUpOrganization: OrganizationRule<SetUpOrganization> = (
  { name, admin, token },
  organization,
  facts,
) => {
  if (organization.created) return refuse(organizationExists(organization.name));
  const created = newOrganization(name);
  const role = 'ADMIN';
  const invited = {
    ...facts,
    member: { id: admin.member, name: admin.name, role, removed: false } as const,
  };
  return together(
    createOrganization({ name }, organization, facts),
    inviteMember({ ...admin, role }, created, facts),
    createToken({ ...token, role, forMember: admin.member }, created, invited),
  );
};
