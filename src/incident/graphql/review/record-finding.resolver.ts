import { Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsProse, IsTypeId } from '../../../platform/graphql/input-rules.js';
import { newId } from '../../../platform/ids.js';
import type { FindingKind as Kind } from '../../domain/review/choices.js';
import { recordFinding } from '../../domain/review/record-finding.js';
import { unknownEvidence } from '../../facts/evidence.facts.js';
import { together } from '../../facts/facts.js';
import { findingFacts } from '../../facts/review.facts.js';
import { IncidentService } from '../../incident.service.js';
import { ReviewsReads } from '../../reads/reviews.reads.js';
import { IncidentCommandInput } from '../command.js';
import { FindingKind, FindingPayload, withFinding } from './finding.type.js';

@InputType({ description: 'Record what was learned. Say what happened, not whose fault it was.' })
class RecordFindingInput extends IncidentCommandInput {
  @Field(() => ID, {
    nullable: true,
    description: 'An id of your own making, `fnd_` and a UUIDv7 in base 32; made if absent.',
  })
  @IsOptional()
  @IsTypeId('fnd')
  finding?: string | null;

  @Field(() => FindingKind, { description: 'What it is about.' })
  kind!: Kind;

  @Field({ description: 'What was found, in up to 5,000 characters.' })
  @IsProse(5_000)
  text!: string;

  @Field(() => [ID], { nullable: true, description: 'The entries of the log that show it.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @IsTypeId('evt', { each: true })
  evidence?: string[] | null;
}

@ObjectType({ description: 'What came of recording a finding.' })
class RecordFindingPayload extends FindingPayload {}

@Resolver()
export class RecordFindingResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reads: ReviewsReads,
  ) {}

  @Requires('RESPONDER')
  @Mutation(() => RecordFindingPayload, {
    description: 'Record something that was learned: in the review, or when it is noticed.',
  })
  async recordFinding(@Input() input: RecordFindingInput, @Context() context: OperationContext) {
    const { incident, kind, text } = input;
    const finding = input.finding ?? newId('fnd');
    const evidence = said(input.evidence);
    const command = { finding, call: newId('evt'), findingKind: kind, text, evidence };
    const facts = together(findingFacts(finding), unknownEvidence(evidence));
    const ruling = { incident, rule: recordFinding, command, facts };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withFinding(recorded, finding, this.reads, context);
  }
}
