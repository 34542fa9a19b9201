import { Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { ActingService } from '../../../organization/acting.service.js';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsTypeId } from '../../../platform/graphql/input-rules.js';
import { DateTime } from '../../../platform/graphql/scalars.js';
import { startReview } from '../../domain/review/start-review.js';
import { leadFacts } from '../../facts/review.facts.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentCommandInput, IncidentPayload } from '../command.js';

@InputType({ description: 'Start to look back at the incident.' })
class StartReviewInput extends IncidentCommandInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The member who leads it: whoever starts it, unless given.',
  })
  @IsOptional()
  @IsTypeId('mem')
  lead?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it should be published.' })
  dueAt?: string | null;
}

@ObjectType({ description: 'What came of starting a review.' })
class StartReviewPayload extends IncidentPayload {}

@Resolver()
export class StartReviewResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly acting: ActingService,
  ) {}

  @Requires('RESPONDER')
  @Mutation(() => StartReviewPayload, {
    description:
      'Start the review of an incident, once users are no longer hurt. An incident has one; whoever leads it sees the incident.',
  })
  startReview(@Input() input: StartReviewInput, @Context() context: OperationContext) {
    const { incident } = input;
    const command = { lead: said(input.lead), dueAt: said(input.dueAt) };
    const facts = leadFacts(command.lead, this.acting);
    return this.incidents.command(
      { incident, rule: startReview, command, facts },
      { input, context },
    );
  }
}
