import { Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { ActingService } from '../../../organization/acting.service.js';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsTypeId } from '../../../platform/graphql/input-rules.js';
import { DateTime } from '../../../platform/graphql/scalars.js';
import { changeReview } from '../../domain/review/change-review.js';
import { leadFacts } from '../../facts/review.facts.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentCommandInput, IncidentPayload } from '../command.js';

@InputType({ description: 'Say who leads the review, or when it is due. The rest stays.' })
class ChangeReviewInput extends IncidentCommandInput {
  @Field(() => ID, { nullable: true, description: 'The member who leads it from now on.' })
  @IsOptional()
  @IsTypeId('mem')
  lead?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it should be published.' })
  dueAt?: string | null;
}

@ObjectType({ description: 'What came of changing a review.' })
class ChangeReviewPayload extends IncidentPayload {}

@Resolver()
export class ChangeReviewResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly acting: ActingService,
  ) {}

  @Requires('RESPONDER')
  @Mutation(() => ChangeReviewPayload, {
    description: 'Hand a review over to another member, or say when it should be published.',
  })
  changeReview(@Input() input: ChangeReviewInput, @Context() context: OperationContext) {
    const { incident } = input;
    const command = { lead: said(input.lead), dueAt: said(input.dueAt) };
    const facts = leadFacts(command.lead, this.acting);
    return this.incidents.command(
      { incident, rule: changeReview, command, facts },
      { input, context },
    );
  }
}
