import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsProse } from '../../../platform/graphql/input-rules.js';
import { relinquishCommand } from '../../domain/command/relinquish-command.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentCommandInput, IncidentPayload } from '../command.js';

@InputType({ description: 'Give command up.' })
class RelinquishCommandInput extends IncidentCommandInput {
  @Field(() => String, {
    nullable: true,
    description: 'Why, and what the next commander has to know.',
  })
  @IsOptional()
  @IsProse(2_000)
  remark?: string | null;
}

@ObjectType({ description: 'What came of giving command up.' })
class RelinquishCommandPayload extends IncidentPayload {}

@Resolver()
export class RelinquishCommandResolver {
  constructor(private readonly incidents: IncidentService) {}

  @Requires('RESPONDER')
  @Mutation(() => RelinquishCommandPayload, {
    description:
      'Give command up, with nobody to follow: only the commander can. Anyone may take it then.',
  })
  relinquishCommand(@Input() input: RelinquishCommandInput, @Context() context: OperationContext) {
    const { incident } = input;
    const command = { remark: said(input.remark) };
    return this.incidents.command(
      { incident, rule: relinquishCommand, command },
      { input, context },
    );
  }
}
