import { accept, refuse } from '../../kernel/decision.js';
import type { Reservation } from '../../kernel/decision.js';
import type { Instant } from '../../kernel/instant.js';
import { memberRoles } from './choices.js';
import type { Role, TokenScope } from './choices.js';
import type { OrganizationEvent } from './events.js';
import type { OrganizationFacts } from './facts.js';
import * as refusals from './refusals.js';
import type { OrganizationRefusal } from './refusals.js';
import type { OrganizationRule } from './rule.js';

/** Of a member or of an integration: exactly one of the two is given. */
export type CreateToken = {
  readonly token: string;
  readonly name: string;
  readonly role: Role;
  readonly scopes?: readonly TokenScope[] | undefined;
  readonly forMember?: string | undefined;
  readonly forIntegration?: string | undefined;
  readonly expiresAt?: Instant | undefined;
  /** SHA-256 of the secret, 64 hexadecimal digits. */
  readonly hash: string;
};

export const createToken: OrganizationRule<CreateToken> = (command, organization, facts) => {
  if (!organization.created) return refuse(refusals.organizationNotFound());
  const obstacles = [
    ...(facts.token?.id === command.token ? [refusals.tokenExists(command.token)] : []),
    ...badOwner(command, facts),
    ...badExpiry(command.expiresAt, facts.now),
  ];
  if (obstacles.length > 0) return refuse(...obstacles);
  const { token, name, role, scopes = [], forMember, forIntegration, expiresAt, hash } = command;
  const created: OrganizationEvent = {
    type: 'TokenCreated',
    data: { token, name, role, scopes, forMember, forIntegration, expiresAt, hash },
  };
  return { ...accept(created), take: [ownName(token, name)] };
};

const badOwner = (command: CreateToken, facts: OrganizationFacts): OrganizationRefusal[] => {
  const { forMember, forIntegration } = command;
  if ((forMember === undefined) === (forIntegration === undefined))
    return [refusals.tokenNeedsOneOwner()];
  if (forMember !== undefined) return badForMember(command, facts.member);
  const isKnown = facts.integration?.id === forIntegration && facts.integration?.removed === false;
  return isKnown ? [] : [refusals.integrationNotFound('forIntegration')];
};

const badForMember = (
  { forMember, role, scopes = [] }: CreateToken,
  owner: OrganizationFacts['member'],
): OrganizationRefusal[] => {
  if (!owner || owner.removed || owner.id !== forMember)
    return [refusals.memberNotFound('forMember')];
  const allowed = memberRoles.slice(0, memberRoles.indexOf(owner.role) + 1);
  return [
    ...(allowed.includes(role) ? [] : [refusals.roleTooHigh(role, allowed)]),
    ...(scopes.includes('ACT_AS') ? [refusals.scopeNotAllowed()] : []),
  ];
};

const badExpiry = (expiresAt: Instant | undefined, now: Instant): OrganizationRefusal[] =>
  expiresAt === undefined || expiresAt > now ? [] : [refusals.expiryInPast(expiresAt, now)];

const ownName = (token: string, name: string): Reservation<OrganizationRefusal> => ({
  space: 'token-name',
  key: name,
  holder: token,
  refusal: ({ holder }) => refusals.tokenNameTaken(name, holder),
});
