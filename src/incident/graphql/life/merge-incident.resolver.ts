import {
  Context,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
} from '@nestjs/graphql';
import { IsOptional, Min } from 'class-validator';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsProse, IsTypeId } from '../../../platform/graphql/input-rules.js';
import { mergeIncident } from '../../domain/life/merge-incident.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentCommandInput, IncidentPayload } from '../command.js';

@InputType({ description: 'Go on with one incident instead of two.' })
class MergeIncidentInput extends IncidentCommandInput {
  @Field(() => ID, { description: 'The incident that goes on, as `inc_...`.' })
  @IsTypeId('inc')
  into!: string;

  @Field(() => String, { nullable: true, description: 'Why they are one.' })
  @IsOptional()
  @IsProse(2_000)
  reason?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The term of command of the incident that ends. Its commander may leave it out, and so may anyone while nobody commands it.',
  })
  @IsOptional()
  @Min(1)
  term?: number | null;
}

@ObjectType({ description: 'What came of merging the incident.' })
class MergeIncidentPayload extends IncidentPayload {}

@Resolver()
export class MergeIncidentResolver {
  constructor(private readonly incidents: IncidentService) {}

  @Requires('RESPONDER')
  @Mutation(() => MergeIncidentPayload, {
    description:
      'Merge the incident into another, which goes on: the response to this one is over, and cannot be reopened. Open actions keep their targets until they end. The log of the other tells that it was merged, and no more. A directive.',
  })
  mergeIncident(@Input() input: MergeIncidentInput, @Context() context: OperationContext) {
    const { incident, into } = input;
    const [term, reason] = [said(input.term), said(input.reason)];
    const command = { duplicate: incident, into, term, reason };
    const ruling = { incident, beside: into, rule: mergeIncident, command };
    return this.incidents.command(ruling, { input, context });
  }
}
