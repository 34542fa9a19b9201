import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../platform/access/requires.js';
import { CommandInput, Input } from '../../platform/graphql/command-input.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { IsLine } from '../../platform/graphql/input-rules.js';
import { Recorded } from '../../platform/graphql/recorded.js';
import { removeAlias } from '../domain/remove-alias.js';
import { AdminCommands } from './admin-commands.js';

@InputType({ description: 'Take a name away from a target.' })
class RemoveAliasInput extends CommandInput {
  @Field({ description: 'The alias, as `checkout`.' })
  @IsLine(300)
  alias!: string;
}

@ObjectType({ description: 'What came of removing an alias.', implements: () => [Recorded] })
class RemoveAliasPayload extends Recorded {}

@Resolver()
export class RemoveAliasResolver {
  constructor(private readonly commands: AdminCommands) {}

  @Requires('ADMIN')
  @Mutation(() => RemoveAliasPayload, {
    description:
      'Remove an alias: from now on, the name stands for itself. Refused while an open action holds what it stood for.',
  })
  async removeAlias(@Input() input: RemoveAliasInput, @Context() context: OperationContext) {
    const command = { alias: input.alias };
    const ruling = { rule: removeAlias, command, asks: { alias: command } };
    return this.commands.run(ruling, { input, context });
  }
}
