import { accept, refuse } from '../../kernel/decision.js';
import { memberRoles } from './choices.js';
import type { Role } from './choices.js';
import { lastAdmin, memberNotFound, organizationNotFound, roleTooHigh } from './refusals.js';
import type { OrganizationRule } from './rule.js';

export type ChangeMemberRole = { readonly member: string; readonly role: Role };

/** Their tokens may do no more from then on, and no more than before. An admin stays. */
export const changeMemberRole: OrganizationRule<ChangeMemberRole> = (
  { member, role },
  organization,
  facts,
) => {
  if (!organization.created) return refuse(organizationNotFound());
  const known = facts.member;
  if (known?.id !== member || known.removed) return refuse(memberNotFound('member'));
  if (!memberRoles.includes(role)) return refuse(roleTooHigh(role, memberRoles));
  if (known.role === role) return accept();
  if (known.role === 'ADMIN' && facts.otherAdmin !== true) return refuse(lastAdmin());
  return accept({ type: 'MemberRoleChanged', data: { member, role, formerRole: known.role } });
};
