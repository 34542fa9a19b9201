import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsProse } from '../../../platform/graphql/input-rules.js';
import { declineCommand } from '../../domain/command/decline-command.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentCommandInput, IncidentPayload } from '../command.js';

@InputType({ description: 'Decline command that was offered to you.' })
class DeclineCommandInput extends IncidentCommandInput {
  @Field(() => String, { nullable: true, description: 'Why.' })
  @IsOptional()
  @IsProse(2_000)
  remark?: string | null;
}

@ObjectType({ description: 'What came of declining command.' })
class DeclineCommandPayload extends IncidentPayload {}

@Resolver()
export class DeclineCommandResolver {
  constructor(private readonly incidents: IncidentService) {}

  @Requires('RESPONDER')
  @Mutation(() => DeclineCommandPayload, {
    description:
      'Decline command: only the person to whom it is offered can. It stays with the commander.',
  })
  declineCommand(@Input() input: DeclineCommandInput, @Context() context: OperationContext) {
    const { incident } = input;
    const command = { remark: said(input.remark) };
    return this.incidents.command({ incident, rule: declineCommand, command }, { input, context });
  }
}
