import { Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Matches } from 'class-validator';
import { Requires } from '../../platform/access/requires.js';
import { CommandInput, Input } from '../../platform/graphql/command-input.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { IsLine, IsTypeId } from '../../platform/graphql/input-rules.js';
import { Recorded } from '../../platform/graphql/recorded.js';
import { ActingService } from '../acting.service.js';
import { systemShape } from '../identity-shapes.js';
import { OrganizationService } from '../organization.service.js';
import { membersById } from '../views/members.query.js';
import { issuerOf } from './issuer-of.js';
import { Member } from './member.type.js';

@InputType({ description: 'Say by which account in another system a member is known.' })
class BindIdentityInput extends CommandInput {
  @Field(() => ID, { description: 'The member.' })
  @IsTypeId('mem')
  member!: string;

  @Field({
    description: 'The other system, as `slack`; `email` for an address. Up to 50 of a-z 0-9 _ -',
  })
  @Matches(systemShape, { message: 'must be 1 to 50 of a-z, 0-9, _ and -' })
  system!: string;

  @Field({ description: 'The id of the account there, in up to 200 characters.' })
  @IsLine(200)
  externalId!: string;
}

@ObjectType({ description: 'What came of binding an identity.', implements: () => [Recorded] })
class BindIdentityPayload extends Recorded {
  @Field(() => Member, { nullable: true, description: 'The member; null if there is none.' })
  member!: Member | null;
}

@Resolver()
export class BindIdentityResolver {
  constructor(
    private readonly organizations: OrganizationService,
    private readonly acting: ActingService,
  ) {}

  @Requires('ADMIN')
  @Mutation(() => BindIdentityPayload, {
    description: 'Make a member known by an account elsewhere, so that tools can act for them.',
  })
  async bindIdentity(@Input() input: BindIdentityInput, @Context() context: OperationContext) {
    const { viewer, reads } = context;
    const issuer = await issuerOf(this.acting, 'bindIdentity', input, context);
    const { member: id, system, externalId } = input;
    const command = { member: id, system, externalId };
    const done = await this.organizations.bindIdentity(viewer.organization, command, issuer);
    const [member = null] = await membersById(reads, [id]);
    return { ...done, member };
  }
}
