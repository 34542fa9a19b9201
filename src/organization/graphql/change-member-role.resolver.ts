import { Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../platform/access/requires.js';
import { CommandInput, Input } from '../../platform/graphql/command-input.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { IsTypeId } from '../../platform/graphql/input-rules.js';
import { Recorded } from '../../platform/graphql/recorded.js';
import { changeMemberRole } from '../domain/change-member-role.js';
import { membersById, type MemberView } from '../views/members.query.js';
import { AdminCommands } from './admin-commands.js';
import { Role } from './enums.js';
import { Member } from './member.type.js';

@InputType({ description: 'Let a member do more or less.' })
class ChangeMemberRoleInput extends CommandInput {
  @Field(() => ID, { description: 'The member.' })
  @IsTypeId('mem')
  member!: string;

  @Field(() => Role, { description: 'What they may do. INTEGRATION is for tools alone.' })
  role!: MemberView['role'];
}

@ObjectType({
  description: 'What came of changing the role of a member.',
  implements: () => [Recorded],
})
class ChangeMemberRolePayload extends Recorded {
  @Field(() => Member, { nullable: true, description: 'The member; null if there is none.' })
  member!: Member | null;
}

@Resolver()
export class ChangeMemberRoleResolver {
  constructor(private readonly commands: AdminCommands) {}

  @Requires('ADMIN')
  @Mutation(() => ChangeMemberRolePayload, {
    description:
      'Let a member do more or less, from the next request on: their tokens do no more than they may. Refused if no admin would be left.',
  })
  async changeMemberRole(
    @Input() input: ChangeMemberRoleInput,
    @Context() context: OperationContext,
  ) {
    const { member: id } = input;
    const ruling = {
      rule: changeMemberRole,
      command: { member: id, role: input.role },
      asks: { member: id, adminBeside: id },
    };
    const done = await this.commands.run(ruling, { input, context });
    const [member = null] = await membersById(context.reads, [id]);
    return { ...done, member };
  }
}
