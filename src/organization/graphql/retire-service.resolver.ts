import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../platform/access/requires.js';
import { CommandInput, Input } from '../../platform/graphql/command-input.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { IsLine } from '../../platform/graphql/input-rules.js';
import { Recorded } from '../../platform/graphql/recorded.js';
import { retireService } from '../domain/retire-service.js';
import { AdminCommands } from './admin-commands.js';

@InputType({ description: 'Say that a service is run no more.' })
class RetireServiceInput extends CommandInput {
  @Field({ description: 'Its name, as `checkout`.' })
  @IsLine(80)
  name!: string;
}

@ObjectType({ description: 'What came of retiring a service.', implements: () => [Recorded] })
class RetireServicePayload extends Recorded {}

@Resolver()
export class RetireServiceResolver {
  constructor(private readonly commands: AdminCommands) {}

  @Requires('ADMIN')
  @Mutation(() => RetireServicePayload, {
    description: 'Take a service off the list. Claims on its target and what was done to it stay.',
  })
  async retireService(@Input() input: RetireServiceInput, @Context() context: OperationContext) {
    const { name } = input;
    const ruling = { rule: retireService, command: { name }, asks: { service: name } };
    return this.commands.run(ruling, { input, context });
  }
}
