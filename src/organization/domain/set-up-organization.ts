import { refuse } from '../../kernel/decision.js';
import type { Decision } from '../../kernel/decision.js';
import { createOrganization } from './create-organization.js';
import { createToken } from './create-token.js';
import type { OrganizationEvent } from './events.js';
import { inviteMember } from './invite-member.js';
import { organizationExists } from './refusals.js';
import type { OrganizationRefusal } from './refusals.js';
import type { OrganizationRule } from './rule.js';

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
  const created = { created: true, name } as const;
  const role = 'ADMIN';
  const invited = { ...facts, member: { id: admin.member, role, removed: false } as const };
  return together(
    createOrganization({ name }, organization, facts),
    inviteMember({ ...admin, role }, created, facts),
    createToken({ ...token, role, forMember: admin.member }, created, invited),
  );
};

type Decided = Decision<OrganizationEvent, OrganizationRefusal>;

/** Decisions as one: if any refuses, all of it is refused. */
const together = (...decisions: readonly Decided[]): Decided => {
  const refusals = decisions.flatMap((one) => ('refusals' in one ? one.refusals : []));
  if (refusals.length > 0) return refuse(...refusals);
  const accepted = decisions.filter((one) => 'events' in one);
  return {
    events: accepted.flatMap(({ events }) => events),
    take: accepted.flatMap(({ take = [] }) => take),
  };
};
