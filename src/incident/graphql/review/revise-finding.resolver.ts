import { Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsProse, IsTypeId } from '../../../platform/graphql/input-rules.js';
import type { FindingKind as Kind } from '../../domain/review/choices.js';
import { reviseFinding } from '../../domain/review/revise-finding.js';
import { unknownEvidence } from '../../facts/evidence.facts.js';
import { together } from '../../facts/facts.js';
import { findingFacts } from '../../facts/review.facts.js';
import { IncidentService } from '../../incident.service.js';
import { ReviewsReads } from '../../reads/reviews.reads.js';
import { FindingInput, FindingKind, FindingPayload, withFinding } from './finding.type.js';

@InputType({ description: 'Put a finding in other words. What is not given stays.' })
class ReviseFindingInput extends FindingInput {
  @Field(() => FindingKind, { nullable: true, description: 'What it is about.' })
  @IsOptional()
  kind?: Kind | null;

  @Field(() => String, { nullable: true, description: 'What was found.' })
  @IsOptional()
  @IsProse(5_000)
  text?: string | null;

  @Field(() => [ID], { nullable: true, description: 'All entries of the log that show it.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @IsTypeId('evt', { each: true })
  evidence?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Why it is revised.' })
  @IsOptional()
  @IsProse(2_000)
  reason?: string | null;
}

@ObjectType({ description: 'What came of revising a finding.' })
class ReviseFindingPayload extends FindingPayload {}

@Resolver()
export class ReviseFindingResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reads: ReviewsReads,
  ) {}

  @Requires('RESPONDER')
  @Mutation(() => ReviseFindingPayload, {
    description: 'Revise a finding. What it said before stays on the record.',
  })
  async reviseFinding(@Input() input: ReviseFindingInput, @Context() context: OperationContext) {
    const { incident, finding } = input;
    const command = {
      finding,
      findingKind: said(input.kind),
      text: said(input.text),
      evidence: said(input.evidence),
      reason: said(input.reason),
    };
    const facts = together(findingFacts(finding), unknownEvidence(command.evidence));
    const ruling = { incident, rule: reviseFinding, command, facts };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withFinding(recorded, finding, this.reads, context);
  }
}
