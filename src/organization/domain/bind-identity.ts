import { accept, refuse } from '../../kernel/decision.js';
import type { OrganizationEvent } from './events.js';
import { reserveIdentity } from './identity.js';
import { memberNotFound, organizationNotFound } from './refusals.js';
import type { OrganizationRule } from './rule.js';

export type BindIdentity = {
  readonly member: string;
  readonly system: string;
  readonly externalId: string;
};

export const bindIdentity: OrganizationRule<BindIdentity> = (command, organization, facts) => {
  if (!organization.created) return refuse(organizationNotFound());
  const { member, system, externalId } = command;
  if (facts.member?.id !== member || facts.member.removed) return refuse(memberNotFound('member'));
  if (facts.identity?.member === member) return accept();
  const bound: OrganizationEvent = { type: 'IdentityBound', data: { member, system, externalId } };
  return {
    ...accept(bound),
    take: [reserveIdentity({ system, externalId }, member, 'externalId')],
  };
};
