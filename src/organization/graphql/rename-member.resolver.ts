import { Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../platform/access/requires.js';
import { CommandInput, Input } from '../../platform/graphql/command-input.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { IsLine, IsTypeId } from '../../platform/graphql/input-rules.js';
import { Recorded } from '../../platform/graphql/recorded.js';
import { renameMember } from '../domain/rename-member.js';
import { membersById } from '../views/members.query.js';
import { AdminCommands } from './admin-commands.js';
import { Member } from './member.type.js';

@InputType({ description: 'Say what a member is called.' })
class RenameMemberInput extends CommandInput {
  @Field(() => ID, { description: 'The member.' })
  @IsTypeId('mem')
  member!: string;

  @Field({ description: 'What the person is called, in up to 200 characters.' })
  @IsLine(200)
  name!: string;
}

@ObjectType({ description: 'What came of renaming a member.', implements: () => [Recorded] })
class RenameMemberPayload extends Recorded {
  @Field(() => Member, { nullable: true, description: 'The member; null if there is none.' })
  member!: Member | null;
}

@Resolver()
export class RenameMemberResolver {
  constructor(private readonly commands: AdminCommands) {}

  @Requires('ADMIN')
  @Mutation(() => RenameMemberPayload, {
    description: 'Call a member something else, in every log from now on.',
  })
  async renameMember(@Input() input: RenameMemberInput, @Context() context: OperationContext) {
    const { member: id } = input;
    const ruling = {
      rule: renameMember,
      command: { member: id, name: input.name },
      asks: { member: id },
    };
    const done = await this.commands.run(ruling, { input, context });
    const [member = null] = await membersById(context.reads, [id]);
    return { ...done, member };
  }
}
