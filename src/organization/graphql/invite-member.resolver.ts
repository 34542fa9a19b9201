import { Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional, Matches } from 'class-validator';
import { Requires } from '../../platform/access/requires.js';
import { CommandInput, Input } from '../../platform/graphql/command-input.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { IsLine, IsTypeId } from '../../platform/graphql/input-rules.js';
import { Recorded } from '../../platform/graphql/recorded.js';
import { ActingService } from '../acting.service.js';
import { emailShape } from '../identity-shapes.js';
import { OrganizationService } from '../organization.service.js';
import { membersById, type MemberView } from '../views/members.query.js';
import { Role } from './enums.js';
import { issuerOf } from './issuer-of.js';
import { Member } from './member.type.js';

@InputType({ description: 'Make a person a member of the organization.' })
class InviteMemberInput extends CommandInput {
  @Field(() => ID, {
    nullable: true,
    description: 'An id of your own making, `mem_` and a UUIDv7 in base 32; made if absent.',
  })
  @IsOptional()
  @IsTypeId('mem')
  member?: string | null;

  @Field({ description: 'What the person is called, in up to 200 characters.' })
  @IsLine(200)
  name!: string;

  @Field(() => String, { nullable: true, description: 'An e-mail address that is theirs alone.' })
  @IsOptional()
  @IsLine(320)
  @Matches(emailShape, { message: 'must be an e-mail address' })
  email?: string | null;

  @Field(() => Role, { description: 'What they may do. INTEGRATION is for tools alone.' })
  role!: MemberView['role'];
}

@ObjectType({ description: 'What came of inviting a member.', implements: () => [Recorded] })
class InviteMemberPayload extends Recorded {
  @Field(() => Member, { nullable: true, description: 'The new member; null if refused.' })
  member!: Member | null;
}

@Resolver()
export class InviteMemberResolver {
  constructor(
    private readonly organizations: OrganizationService,
    private readonly acting: ActingService,
  ) {}

  @Requires('ADMIN')
  @Mutation(() => InviteMemberPayload, { description: 'Make a person a member.' })
  async inviteMember(@Input() input: InviteMemberInput, @Context() context: OperationContext) {
    const { viewer, reads } = context;
    const issuer = await issuerOf(this.acting, 'inviteMember', input, context);
    const { name, role } = input;
    const command = {
      name,
      role,
      email: input.email ?? undefined,
      ...(input.member && { member: input.member }),
    };
    const done = await this.organizations.inviteMember(viewer.organization, command, issuer);
    const [member = null] =
      done.member === undefined ? [] : await membersById(reads, [done.member]);
    return { ...done, member };
  }
}
