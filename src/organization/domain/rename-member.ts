import { accept, refuse } from '../../kernel/decision.js';
import { memberNotFound, organizationNotFound } from './refusals.js';
import type { OrganizationRule } from './rule.js';

export type RenameMember = { readonly member: string; readonly name: string };

export const renameMember: OrganizationRule<RenameMember> = (command, organization, facts) => {
  if (!organization.created) return refuse(organizationNotFound());
  const { member, name } = command;
  if (facts.member?.id !== member || facts.member.removed) return refuse(memberNotFound('member'));
  return facts.member.name === name
    ? accept()
    : accept({ type: 'MemberRenamed', data: { member, fullName: name } });
};
