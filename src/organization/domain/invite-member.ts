import { accept, refuse } from '../../kernel/decision.js';
import { memberRoles } from './choices.js';
import type { Role } from './choices.js';
import type { OrganizationEvent } from './events.js';
import { reserveIdentity } from './identity.js';
import { memberExists, organizationNotFound, roleTooHigh } from './refusals.js';
import type { OrganizationRule } from './rule.js';

export type InviteMember = {
  readonly member: string;
  readonly name: string;
  readonly email?: string | undefined;
  readonly role: Role;
};

/** Somebody who was removed may be invited again: their id stays theirs. */
export const inviteMember: OrganizationRule<InviteMember> = (command, organization, facts) => {
  if (!organization.created) return refuse(organizationNotFound());
  const { member, name, email, role } = command;
  if (facts.member?.id === member && !facts.member.removed) return refuse(memberExists(member));
  if (!memberRoles.includes(role)) return refuse(roleTooHigh(role, memberRoles));
  const invited: OrganizationEvent = {
    type: 'MemberInvited',
    data: { member, fullName: name, email, role },
  };
  if (email === undefined) return accept(invited);
  const identity = { system: 'email', externalId: email };
  return { ...accept(invited), take: [reserveIdentity(identity, member, 'email')] };
};
