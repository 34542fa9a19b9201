import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsProse } from '../../../platform/graphql/input-rules.js';
import { reopenFollowUp } from '../../domain/follow-ups/reopen-follow-up.js';
import { followUpFacts } from '../../facts/follow-up.facts.js';
import { IncidentService } from '../../incident.service.js';
import { FollowUpsReads } from '../../reads/follow-ups.reads.js';
import { FollowUpPayload, withFollowUp } from './follow-up-payload.js';
import { FollowUpInput } from './follow-up.type.js';

@InputType({ description: 'Say that a follow-up is to be done after all.' })
class ReopenFollowUpInput extends FollowUpInput {
  @Field(() => String, { nullable: true, description: 'Why it is not done.' })
  @IsOptional()
  @IsProse(2_000)
  reason?: string | null;
}

@ObjectType({ description: 'What came of reopening a follow-up.' })
class ReopenFollowUpPayload extends FollowUpPayload {}

@Resolver()
export class ReopenFollowUpResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reads: FollowUpsReads,
  ) {}

  @Requires('RESPONDER')
  @Mutation(() => ReopenFollowUpPayload, {
    description: 'Reopen a follow-up that was completed. It is due when it was before.',
  })
  async reopenFollowUp(@Input() input: ReopenFollowUpInput, @Context() context: OperationContext) {
    const { incident, followUp } = input;
    const command = { followUp, reason: said(input.reason) };
    const ruling = { incident, rule: reopenFollowUp, command, facts: followUpFacts(followUp) };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withFollowUp(recorded, followUp, this.reads, context);
  }
}
