import { Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Requires } from '../../platform/access/requires.js';
import { CommandInput, Input, said } from '../../platform/graphql/command-input.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { IsProse, IsTypeId } from '../../platform/graphql/input-rules.js';
import { Recorded } from '../../platform/graphql/recorded.js';
import { removeIntegration } from '../domain/remove-integration.js';
import { integrationsById } from '../views/integrations.query.js';
import { AdminCommands } from './admin-commands.js';
import { Integration } from './integration.type.js';

@InputType({ description: 'Let a tool in no more.' })
class RemoveIntegrationInput extends CommandInput {
  @Field(() => ID, { description: 'The integration.' })
  @IsTypeId('int')
  integration!: string;

  @Field(() => String, { nullable: true, description: 'Why, in up to 500 characters.' })
  @IsOptional()
  @IsProse(500)
  reason?: string | null;
}

@ObjectType({ description: 'What came of removing an integration.', implements: () => [Recorded] })
class RemoveIntegrationPayload extends Recorded {
  @Field(() => Integration, { nullable: true, description: 'The tool; null if there is none.' })
  integration!: Integration | null;
}

@Resolver()
export class RemoveIntegrationResolver {
  constructor(private readonly commands: AdminCommands) {}

  @Requires('ADMIN')
  @Mutation(() => RemoveIntegrationPayload, {
    description: 'Let a tool in no more: its tokens are revoked. Add it again under its id.',
  })
  async removeIntegration(
    @Input() input: RemoveIntegrationInput,
    @Context() context: OperationContext,
  ) {
    const { integration: id } = input;
    const command = { integration: id, reason: said(input.reason) };
    const ruling = { rule: removeIntegration, command, asks: { integration: id, leaving: id } };
    const done = await this.commands.run(ruling, { input, context });
    const [integration = null] = await integrationsById(context.reads, [id]);
    return { ...done, integration };
  }
}
