import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Newable } from '../../platform/graphql/newable.js';
import { Refusal, refusalType } from '../../platform/graphql/refusal.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import type { OrganizationRefusal } from '../domain/refusals.js';
import { Role } from './enums.js';

const implementing = { implements: () => [Refusal] };

@ObjectType({ description: 'The organization was created before.', ...implementing })
class OrganizationExists extends Refusal {
  @Field({ description: 'What it is called.' })
  name!: string;
}

@ObjectType({ description: 'Another member has the id.', ...implementing })
class MemberExists extends Refusal {
  @Field(() => ID, { description: 'The member who has it.' })
  member!: string;
}

@ObjectType({ description: 'The identity is that of somebody else.', ...implementing })
class IdentityTaken extends Refusal {
  @Field(() => ID, { description: 'The member whose identity it is.' })
  member!: string;
}

@ObjectType({ description: 'Another integration has the id.', ...implementing })
class IntegrationExists extends Refusal {
  @Field(() => ID, { description: 'The integration that has it.' })
  integration!: string;
}

@ObjectType({ description: 'Another token has the id.', ...implementing })
class TokenExists extends Refusal {
  @Field(() => ID, { description: 'The token that has it.' })
  token!: string;
}

@ObjectType({ description: 'A token that is in use has the name.', ...implementing })
class TokenNameTaken extends Refusal {
  @Field(() => ID, { description: 'The token that has it.' })
  token!: string;
}

@ObjectType({ description: 'The role is not for this person.', ...implementing })
class RoleTooHigh extends Refusal {
  @Field(() => [Role], { description: 'The roles that it may be.' })
  allowed!: readonly string[];
}

@ObjectType({ description: 'The token would never work.', ...implementing })
class ExpiryInPast extends Refusal {
  @Field(() => DateTime, { description: 'The time of the server.' })
  now!: string;
}

@ObjectType({ description: 'The text is not written as targets are.', ...implementing })
class NotATarget extends Refusal {
  @Field(() => String, { nullable: true, description: 'What may have been meant.' })
  suggestion!: string | null;
}

@ObjectType({ description: 'Another alias is in the way.', ...implementing })
class AliasClash extends Refusal {
  @Field({ description: 'That alias.' })
  alias!: string;

  @Field({ description: 'What that alias stands for.' })
  target!: string;
}

@ObjectType({ description: 'An open action goes by the names as they are.', ...implementing })
export class TargetInUse extends Refusal {
  @Field({ description: 'The target that it holds.' })
  target!: string;
}

type Code = OrganizationRefusal['code'];

const meanings: Readonly<Record<Code, string>> = {
  ORGANIZATION_NOT_FOUND: 'The organization was never created.',
  ORGANIZATION_EXISTS: 'The organization was created before.',
  MEMBER_NOT_FOUND: 'There is no such member.',
  MEMBER_EXISTS: 'Another member has the id.',
  IDENTITY_TAKEN: 'The identity is that of somebody else.',
  INTEGRATION_NOT_FOUND: 'There is no such integration.',
  INTEGRATION_EXISTS: 'Another integration has the id.',
  TOKEN_NOT_FOUND: 'There is no such token.',
  TOKEN_EXISTS: 'Another token has the id.',
  TOKEN_NAME_TAKEN: 'A token that is in use has the name.',
  TOKEN_NEEDS_ONE_OWNER: 'A token belongs to one member or to one integration.',
  ROLE_TOO_HIGH: 'The role is not for this person.',
  SCOPE_NOT_ALLOWED: 'The scope is not for this kind of token.',
  EXPIRY_IN_PAST: 'The token would have expired before it was made.',
  NOT_A_TARGET: 'The text is not written as targets are.',
  ALIAS_OF_ITSELF: 'The alias and its target are one within the other.',
  ALIAS_OF_ALIAS: 'The target would go by an alias itself.',
  ALIAS_IS_TARGET: 'Another alias leads to what is to become an alias.',
  TARGET_IN_USE: 'An open action goes by the names as they are.',
  LAST_ADMIN: 'The organization would have no admin.',
};

const types: Readonly<Partial<Record<Code, Newable<Refusal>>>> = {
  ORGANIZATION_EXISTS: OrganizationExists,
  MEMBER_EXISTS: MemberExists,
  IDENTITY_TAKEN: IdentityTaken,
  INTEGRATION_EXISTS: IntegrationExists,
  TOKEN_EXISTS: TokenExists,
  TOKEN_NAME_TAKEN: TokenNameTaken,
  ROLE_TOO_HIGH: RoleTooHigh,
  EXPIRY_IN_PAST: ExpiryInPast,
  NOT_A_TARGET: NotATarget,
  ALIAS_OF_ALIAS: AliasClash,
  ALIAS_IS_TARGET: AliasClash,
  TARGET_IN_USE: TargetInUse,
};

for (const [code, meaning] of Object.entries(meanings)) {
  refusalType({ [code]: meaning }, types[code as Code]);
}
