import { Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Matches } from 'class-validator';
import { Requires } from '../../platform/access/requires.js';
import { CommandInput, Input } from '../../platform/graphql/command-input.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { IsLine, IsTypeId } from '../../platform/graphql/input-rules.js';
import { Recorded } from '../../platform/graphql/recorded.js';
import { unbindIdentity } from '../domain/unbind-identity.js';
import { systemShape } from '../identity-shapes.js';
import { membersById } from '../views/members.query.js';
import { AdminCommands } from './admin-commands.js';
import { Member } from './member.type.js';

@InputType({
  description: 'Say that a member is not known by an account in another system any more.',
})
class UnbindIdentityInput extends CommandInput {
  @Field(() => ID, { description: 'The member.' })
  @IsTypeId('mem')
  member!: string;

  @Field({ description: 'The other system, as `slack`; `email` for an address.' })
  @Matches(systemShape, { message: 'must be 1 to 50 of a-z, 0-9, _ and -' })
  system!: string;

  @Field({ description: 'The id of the account there, in up to 200 characters.' })
  @IsLine(200)
  externalId!: string;
}

@ObjectType({ description: 'What came of unbinding an identity.', implements: () => [Recorded] })
class UnbindIdentityPayload extends Recorded {
  @Field(() => Member, { nullable: true, description: 'The member; null if there is none.' })
  member!: Member | null;
}

@Resolver()
export class UnbindIdentityResolver {
  constructor(private readonly commands: AdminCommands) {}

  @Requires('ADMIN')
  @Mutation(() => UnbindIdentityPayload, {
    description:
      'Make a member known by an account elsewhere no more: it is free for another. The address of an invitation is such an account, too.',
  })
  async unbindIdentity(@Input() input: UnbindIdentityInput, @Context() context: OperationContext) {
    const { member: id, system, externalId } = input;
    const command = { member: id, system, externalId };
    const ruling = { rule: unbindIdentity, command, asks: { member: id, identity: command } };
    const done = await this.commands.run(ruling, { input, context });
    const [member = null] = await membersById(context.reads, [id]);
    return { ...done, member };
  }
}
