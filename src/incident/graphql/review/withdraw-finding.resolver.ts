import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsProse } from '../../../platform/graphql/input-rules.js';
import { withdrawFinding } from '../../domain/review/withdraw-finding.js';
import { findingFacts } from '../../facts/review.facts.js';
import { IncidentService } from '../../incident.service.js';
import { ReviewsReads } from '../../reads/reviews.reads.js';
import { FindingInput, FindingPayload, withFinding } from './finding.type.js';

@InputType({ description: 'Take a finding back that does not hold.' })
class WithdrawFindingInput extends FindingInput {
  @Field(() => String, { nullable: true, description: 'Why it does not hold.' })
  @IsOptional()
  @IsProse(2_000)
  reason?: string | null;
}

@ObjectType({ description: 'What came of withdrawing a finding.' })
class WithdrawFindingPayload extends FindingPayload {}

@Resolver()
export class WithdrawFindingResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reads: ReviewsReads,
  ) {}

  @Requires('RESPONDER')
  @Mutation(() => WithdrawFindingPayload, {
    description: 'Withdraw a finding. It stays on the record.',
  })
  async withdrawFinding(
    @Input() input: WithdrawFindingInput,
    @Context() context: OperationContext,
  ) {
    const { incident, finding } = input;
    const command = { finding, reason: said(input.reason) };
    const ruling = { incident, rule: withdrawFinding, command, facts: findingFacts(finding) };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withFinding(recorded, finding, this.reads, context);
  }
}
