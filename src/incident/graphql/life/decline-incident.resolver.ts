import { Context, Field, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional, Min } from 'class-validator';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsProse } from '../../../platform/graphql/input-rules.js';
import { declineIncident } from '../../domain/life/decline-incident.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentCommandInput, IncidentPayload } from '../command.js';

@InputType({ description: 'Say that it is no incident.' })
class DeclineIncidentInput extends IncidentCommandInput {
  @Field({ description: 'Why it is none, such as a false alarm.' })
  @IsProse(2_000)
  reason!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The term of command in which it was directed. The commander may leave it out.',
  })
  @IsOptional()
  @Min(1)
  term?: number | null;
}

@ObjectType({ description: 'What came of declining the incident.' })
class DeclineIncidentPayload extends IncidentPayload {}

@Resolver()
export class DeclineIncidentResolver {
  constructor(private readonly incidents: IncidentService) {}

  @Requires('RESPONDER')
  @Mutation(() => DeclineIncidentPayload, {
    description:
      'Decline the incident: a false alarm, or nothing of ours. The response is over, until it is reopened. A directive.',
  })
  declineIncident(@Input() input: DeclineIncidentInput, @Context() context: OperationContext) {
    const { incident, reason } = input;
    const command = { reason, term: said(input.term) };
    return this.incidents.command({ incident, rule: declineIncident, command }, { input, context });
  }
}
