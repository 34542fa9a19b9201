import { Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { OpenToGuests, Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsProse, IsTypeId } from '../../../platform/graphql/input-rules.js';
import { reportContainmentLost } from '../../domain/containment/report-containment-lost.js';
import { unknownEvidence } from '../../facts/evidence.facts.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentCommandInput, IncidentPayload } from '../command.js';

@InputType({ description: 'Say that users are hurt again.' })
class ReportContainmentLostInput extends IncidentCommandInput {
  @Field({ description: 'How it is known, and what may have brought it about.' })
  @IsProse(2_000)
  reason!: string;

  @Field(() => [ID], { nullable: true, description: 'The entries of the log that show it.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @IsTypeId('evt', { each: true })
  evidence?: string[] | null;
}

@ObjectType({ description: 'What came of reporting that containment was lost.' })
class ReportContainmentLostPayload extends IncidentPayload {}

@Resolver()
export class ReportContainmentLostResolver {
  constructor(private readonly incidents: IncidentService) {}

  @OpenToGuests(true)
  @Requires('RESPONDER')
  @Mutation(() => ReportContainmentLostPayload, {
    description:
      'Report that the incident is contained no longer: it is under investigation again. Anyone may.',
  })
  reportContainmentLost(
    @Input() input: ReportContainmentLostInput,
    @Context() context: OperationContext,
  ) {
    const { incident, reason } = input;
    const command = { reason, evidence: said(input.evidence) };
    const facts = unknownEvidence(command.evidence);
    const ruling = { incident, rule: reportContainmentLost, command, facts };
    return this.incidents.command(ruling, { input, context });
  }
}
