import { Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Requires } from '../../platform/access/requires.js';
import { CommandInput, Input, said } from '../../platform/graphql/command-input.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { IsProse, IsTypeId } from '../../platform/graphql/input-rules.js';
import { Recorded } from '../../platform/graphql/recorded.js';
import { removeMember } from '../domain/remove-member.js';
import { membersById } from '../views/members.query.js';
import { AdminCommands } from './admin-commands.js';
import { Member } from './member.type.js';

@InputType({ description: 'Make a person a member no more.' })
class RemoveMemberInput extends CommandInput {
  @Field(() => ID, { description: 'The member.' })
  @IsTypeId('mem')
  member!: string;

  @Field(() => String, { nullable: true, description: 'Why, in up to 500 characters.' })
  @IsOptional()
  @IsProse(500)
  reason?: string | null;
}

@ObjectType({ description: 'What came of removing a member.', implements: () => [Recorded] })
class RemoveMemberPayload extends Recorded {
  @Field(() => Member, { nullable: true, description: 'Who was a member; null if there is none.' })
  member!: Member | null;
}

@Resolver()
export class RemoveMemberResolver {
  constructor(private readonly commands: AdminCommands) {}

  @Requires('ADMIN')
  @Mutation(() => RemoveMemberPayload, {
    description:
      'Let a person in no more: their tokens are revoked, and the accounts that they were known by are free. Invite them again under their id. Refused if no admin would be left.',
  })
  async removeMember(@Input() input: RemoveMemberInput, @Context() context: OperationContext) {
    const { member: id } = input;
    const ruling = {
      rule: removeMember,
      command: { member: id, reason: said(input.reason) },
      asks: { member: id, adminBeside: id, leaving: id },
    };
    const done = await this.commands.run(ruling, { input, context });
    const [member = null] = await membersById(context.reads, [id]);
    return { ...done, member };
  }
}
