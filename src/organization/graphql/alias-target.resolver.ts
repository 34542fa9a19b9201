import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../platform/access/requires.js';
import { CommandInput, Input } from '../../platform/graphql/command-input.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { IsLine } from '../../platform/graphql/input-rules.js';
import { Recorded } from '../../platform/graphql/recorded.js';
import { aliasTarget } from '../domain/alias-target.js';
import { TargetsService } from '../targets.service.js';
import { AdminCommands } from './admin-commands.js';
import { TargetAlias } from './service.type.js';

@InputType({ description: 'Give a target another name.' })
class AliasTargetInput extends CommandInput {
  @Field({ description: 'The other name: of one or more names with `/` between, as `checkout`.' })
  @IsLine(300)
  alias!: string;

  @Field({ description: 'The target that it stands for, as `service/checkout`.' })
  @IsLine(300)
  target!: string;
}

@ObjectType({ description: 'What came of aliasing a target.', implements: () => [Recorded] })
class AliasTargetPayload extends Recorded {
  @Field(() => TargetAlias, { nullable: true, description: 'The alias; null if there is none.' })
  alias!: TargetAlias | null;
}

@Resolver()
export class AliasTargetResolver {
  constructor(
    private readonly commands: AdminCommands,
    private readonly targets: TargetsService,
  ) {}

  @Requires('ADMIN')
  @Mutation(() => AliasTargetPayload, {
    description:
      'Let a name stand for a target and all within it. Refused while an open action holds the name, or what it stood for.',
  })
  async aliasTarget(@Input() input: AliasTargetInput, @Context() context: OperationContext) {
    const command = { alias: input.alias, target: input.target };
    const ruling = { rule: aliasTarget, command, asks: { alias: command } };
    const done = await this.commands.run(ruling, { input, context });
    return { ...done, alias: await this.targets.aliasNamed(context.reads, input.alias) };
  }
}
