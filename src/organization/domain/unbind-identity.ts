import { accept, refuse } from '../../kernel/decision.js';
import type { Accepted } from '../../kernel/decision.js';
import type { OrganizationEvent } from './events.js';
import type { BoundIdentity } from './facts.js';
import { heldIdentity } from './identity.js';
import type { Identity } from './identity.js';
import { memberNotFound, organizationNotFound } from './refusals.js';
import type { OrganizationRule } from './rule.js';

export type UnbindIdentity = Identity & { readonly member: string };

export const unbindIdentity: OrganizationRule<UnbindIdentity> = (command, organization, facts) => {
  if (!organization.created) return refuse(organizationNotFound());
  const { member, system, externalId } = command;
  if (facts.member?.id !== member) return refuse(memberNotFound('member'));
  return facts.identity?.member === member
    ? unbinding({ system, externalId, binding: facts.identity.binding }, member)
    : accept();
};

/** The identity of a member is free again. */
export const unbinding = (
  { system, externalId, binding }: BoundIdentity,
  member: string,
): Accepted<OrganizationEvent, never> => ({
  ...accept({
    type: 'IdentityUnbound',
    data: { member, system, externalId, binding },
  } satisfies OrganizationEvent),
  release: [heldIdentity({ system, externalId }, member)],
});
