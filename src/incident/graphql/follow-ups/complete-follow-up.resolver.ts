import { Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { OpenToGuests, Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsProse, IsTypeId, IsWebAddress } from '../../../platform/graphql/input-rules.js';
import type { FollowUpOutcome as Outcome } from '../../domain/follow-ups/choices.js';
import { completeFollowUp } from '../../domain/follow-ups/complete-follow-up.js';
import { unknownEvidence } from '../../facts/evidence.facts.js';
import { together } from '../../facts/facts.js';
import { followUpFacts } from '../../facts/follow-up.facts.js';
import { IncidentService } from '../../incident.service.js';
import { FollowUpsReads } from '../../reads/follow-ups.reads.js';
import { FollowUpPayload, withFollowUp } from './follow-up-payload.js';
import { FollowUpInput, FollowUpOutcome } from './follow-up.type.js';

@InputType({ description: 'Say what became of a follow-up.' })
class CompleteFollowUpInput extends FollowUpInput {
  @Field(() => FollowUpOutcome, { nullable: true, description: 'DONE unless given.' })
  @IsOptional()
  outcome?: Outcome | null;

  @Field(() => String, {
    nullable: true,
    description: 'What was done. For WONT_DO, why it will not be: it has to be said.',
  })
  @IsOptional()
  @IsProse(2_000)
  remark?: string | null;

  @Field(() => String, { nullable: true, description: 'What shows it, as a pull request.' })
  @IsOptional()
  @IsWebAddress(2_000)
  url?: string | null;

  @Field(() => [ID], { nullable: true, description: 'The entries of the log that show it.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @IsTypeId('evt', { each: true })
  evidence?: string[] | null;
}

@ObjectType({ description: 'What came of completing a follow-up.' })
class CompleteFollowUpPayload extends FollowUpPayload {}

@Resolver()
export class CompleteFollowUpResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reads: FollowUpsReads,
  ) {}

  @OpenToGuests(true)
  @Requires('RESPONDER')
  @Mutation(() => CompleteFollowUpPayload, {
    description: 'Complete a follow-up: it was done, or will not be. Anyone may.',
  })
  async completeFollowUp(
    @Input() input: CompleteFollowUpInput,
    @Context() context: OperationContext,
  ) {
    const { incident, followUp } = input;
    const command = {
      followUp,
      followUpOutcome: input.outcome ?? ('DONE' as const),
      remark: said(input.remark),
      url: said(input.url),
      evidence: input.evidence ?? [],
    };
    const facts = together(followUpFacts(followUp), unknownEvidence(command.evidence));
    const ruling = { incident, rule: completeFollowUp, command, facts };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withFollowUp(recorded, followUp, this.reads, context);
  }
}
