import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { OpenToGuests, Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsInput, IsProse } from '../../../platform/graphql/input-rules.js';
import { attachEvidence } from '../../domain/log/attach-evidence.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentCommandInput, IncidentPayload } from '../command.js';
import { evidenceIn, EvidenceInput } from './evidence.input.js';

@InputType({ description: 'Put evidence on the record.' })
class AttachEvidenceInput extends IncidentCommandInput {
  @Field(() => EvidenceInput, { description: 'The evidence: a link, an excerpt or a figure.' })
  @IsInput(() => EvidenceInput)
  evidence!: EvidenceInput;

  @Field(() => String, { nullable: true, description: 'What it shows.' })
  @IsOptional()
  @IsProse(20_000)
  caption?: string | null;
}

@ObjectType({ description: 'What came of attaching evidence.' })
class AttachEvidencePayload extends IncidentPayload {}

@Resolver()
export class AttachEvidenceResolver {
  constructor(private readonly incidents: IncidentService) {}

  @OpenToGuests(true)
  @Requires('RESPONDER')
  @Mutation(() => AttachEvidencePayload, {
    description:
      'Attach evidence to the log, in any phase. Assessments, checks and actions name it by the id of its event.',
  })
  attachEvidence(@Input() input: AttachEvidenceInput, @Context() context: OperationContext) {
    const { incident } = input;
    const command = { evidence: evidenceIn(input.evidence), caption: said(input.caption) };
    const ruling = { incident, rule: attachEvidence, command };
    return this.incidents.command(ruling, { input, context });
  }
}
