import { Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { OpenToGuests, Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsProse, IsTypeId } from '../../../platform/graphql/input-rules.js';
import { DateTime } from '../../../platform/graphql/scalars.js';
import { correctImpactStart } from '../../domain/scope/correct-impact-start.js';
import type { ImpactStartSource as Source } from '../../domain/scope/state.js';
import { unknownEvidence } from '../../facts/evidence.facts.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentCommandInput, IncidentPayload } from '../command.js';
import { ImpactStartSource } from '../enums.js';

@InputType({ description: 'Say when users began to be hurt after all.' })
class CorrectImpactStartInput extends IncidentCommandInput {
  @Field(() => DateTime, { description: 'When users began to be hurt.' })
  impactStartedAt!: string;

  @Field(() => ImpactStartSource, { description: 'How that time is known.' })
  impactStartSource!: Source;

  @Field({ description: 'Why it is corrected.' })
  @IsProse(2_000)
  reason!: string;

  @Field(() => [ID], { nullable: true, description: 'The entries of the log that show it.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @IsTypeId('evt', { each: true })
  evidence?: string[] | null;
}

@ObjectType({ description: 'What came of correcting the start of the impact.' })
class CorrectImpactStartPayload extends IncidentPayload {}

@Resolver()
export class CorrectImpactStartResolver {
  constructor(private readonly incidents: IncidentService) {}

  @OpenToGuests(true)
  @Requires('RESPONDER')
  @Mutation(() => CorrectImpactStartPayload, {
    description: 'Correct when the impact began. Suspects are looked for anew; the rest stays.',
  })
  correctImpactStart(
    @Input() input: CorrectImpactStartInput,
    @Context() context: OperationContext,
  ) {
    const { incident, impactStartedAt, impactStartSource, reason } = input;
    const evidence = said(input.evidence);
    const command = { impactStartedAt, impactStartSource, reason, evidence };
    const facts = unknownEvidence(evidence);
    const ruling = { incident, rule: correctImpactStart, command, facts };
    return this.incidents.command(ruling, { input, context });
  }
}
