import type { Instant } from '../../kernel/instant.js';
import type { TargetAlias } from '../../kernel/target.js';
import { nearestTarget } from '../../kernel/target.js';
import type { Role } from './choices.js';
import type { Claim } from './claim.js';

/** Every reason for which a rule of the organization says no. */
export type OrganizationRefusal =
  | ReturnType<typeof organizationNotFound>
  | ReturnType<typeof organizationExists>
  | ReturnType<typeof memberNotFound>
  | ReturnType<typeof memberExists>
  | ReturnType<typeof identityTaken>
  | ReturnType<typeof integrationNotFound>
  | ReturnType<typeof integrationExists>
  | ReturnType<typeof tokenNotFound>
  | ReturnType<typeof tokenExists>
  | ReturnType<typeof tokenNameTaken>
  | ReturnType<typeof tokenNeedsOneOwner>
  | ReturnType<typeof roleTooHigh>
  | ReturnType<typeof scopeNotAllowed>
  | ReturnType<typeof expiryInPast>
  | ReturnType<typeof notATarget>
  | ReturnType<typeof aliasOfItself>
  | ReturnType<typeof aliasOfAlias>
  | ReturnType<typeof aliasIsTarget>
  | ReturnType<typeof targetInUse>
  | ReturnType<typeof lastAdmin>;

export const organizationNotFound = () => ({
  code: 'ORGANIZATION_NOT_FOUND' as const,
  message: 'There is no such organization: create it first',
});

export const organizationExists = (name: string) => ({
  code: 'ORGANIZATION_EXISTS' as const,
  message: `The organization exists already, and is called ${name}`,
  name,
});

/** `field` is the field of the input that names the member. */
export const memberNotFound = (field: 'member' | 'forMember') => ({
  code: 'MEMBER_NOT_FOUND' as const,
  message: 'This person was never invited, or is no longer a member: invite them first',
  path: ['input', field],
});

export const memberExists = (member: string) => ({
  code: 'MEMBER_EXISTS' as const,
  message: `${member} is a member already: use another id, or none`,
  path: ['input', 'member'],
  member,
});

/** `field` is the field of the input that the identity was given in. */
export const identityTaken = (member: string, field: 'email' | 'externalId') => ({
  code: 'IDENTITY_TAKEN' as const,
  message: `This identity is that of ${member}, and can be that of nobody else`,
  path: ['input', field],
  member,
});

export const lastAdmin = () => ({
  code: 'LAST_ADMIN' as const,
  message: 'There would be no admin left: make somebody else an admin first',
  path: ['input', 'member'],
});

/** `field` is the field of the input that names the integration. */
export const integrationNotFound = (field: 'integration' | 'forIntegration') => ({
  code: 'INTEGRATION_NOT_FOUND' as const,
  message: 'There is no such integration: add it first',
  path: ['input', field],
});

export const integrationExists = (integration: string) => ({
  code: 'INTEGRATION_EXISTS' as const,
  message: `${integration} exists already: use another id, or none`,
  path: ['input', 'integration'],
  integration,
});

export const tokenNotFound = () => ({
  code: 'TOKEN_NOT_FOUND' as const,
  message: 'There is no such token: look its id up in `tokens`',
  path: ['input', 'token'],
});

export const tokenExists = (token: string) => ({
  code: 'TOKEN_EXISTS' as const,
  message: `${token} exists already: use another id, or none`,
  path: ['input', 'token'],
  token,
});

export const tokenNameTaken = (name: string, token: string) => ({
  code: 'TOKEN_NAME_TAKEN' as const,
  message: `${token} is called ${name}: use another name, or revoke that token first`,
  path: ['input', 'name'],
  token,
});

export const tokenNeedsOneOwner = () => ({
  code: 'TOKEN_NEEDS_ONE_OWNER' as const,
  message: 'A token belongs to one member or to one integration: give exactly one of the two',
  path: ['input', 'forMember'],
});

export const roleTooHigh = (role: Role, allowed: readonly Role[]) => ({
  code: 'ROLE_TOO_HIGH' as const,
  message: `${role} is not for this person: it may be ${allowed.join(' or ')}`,
  path: ['input', 'role'],
  allowed,
});

export const scopeNotAllowed = () => ({
  code: 'SCOPE_NOT_ALLOWED' as const,
  message:
    'Only the token of an integration may have the scope ACT_AS: a person acts as themselves',
  path: ['input', 'scopes'],
});

export const expiryInPast = (expiresAt: Instant, now: Instant) => ({
  code: 'EXPIRY_IN_PAST' as const,
  message: `A token that expires at ${expiresAt} would never work: it is ${now}`,
  path: ['input', 'expiresAt'],
  now,
});

/** `field` is the field of the input that was to hold a target, or one name of a target. */
export const notATarget = (given: string, field: 'name' | 'target' | 'alias') => {
  const suggestion = nearestTarget(given)?.replaceAll(field === 'name' ? '/' : /$^/g, '-') ?? null;
  const wanted = field === 'name' ? 'one name' : 'one to six names separated by "/", each';
  return {
    code: 'NOT_A_TARGET' as const,
    message:
      `This has to be ${wanted} of a-z, 0-9, ".", "_" and "-"` +
      (suggestion === null ? '' : `: did you mean ${suggestion}?`),
    path: ['input', field],
    suggestion,
  };
};

export const aliasOfItself = (alias: string, target: string) => ({
  code: 'ALIAS_OF_ITSELF' as const,
  message: `${alias} and ${target} are one within the other: an alias stands for something else`,
  path: ['input', 'target'],
});

export const aliasOfAlias = (target: string, by: TargetAlias) => ({
  code: 'ALIAS_OF_ALIAS' as const,
  message: `${target} would go by the alias ${by.alias} itself, which stands for ${by.target}: name what it stands for`,
  path: ['input', 'target'],
  ...by,
});

export const aliasIsTarget = (alias: string, by: TargetAlias) => ({
  code: 'ALIAS_IS_TARGET' as const,
  message: `${alias} is what the alias ${by.alias} leads to, or a part of it: remove that alias first`,
  path: ['input', 'alias'],
  ...by,
});

/** `name`: what would be known otherwise from now on. */
export const targetInUse = (name: string, { action, incident, target }: Claim) => ({
  code: 'TARGET_IN_USE' as const,
  message: `${action} in ${incident} is open on ${target}: finish it first, so that no other meets ${name} by another name`,
  path: ['input', 'alias'],
  action,
  incident,
  target,
});
