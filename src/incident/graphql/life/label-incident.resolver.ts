import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsLine } from '../../../platform/graphql/input-rules.js';
import { labelIncident } from '../../domain/life/label-incident.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentCommandInput, IncidentPayload } from '../command.js';

@InputType({ description: 'Put labels on an incident, and take labels off.' })
class LabelIncidentInput extends IncidentCommandInput {
  @Field(() => [String], {
    nullable: true,
    description:
      'Labels to put on: 1 to 40 of `a-z`, `0-9` and `._:/-`. Upper case becomes lower case.',
  })
  @IsOptional()
  @ArrayMaxSize(10)
  @IsLine(100, { each: true })
  add?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Labels to take off. One that is in both lists is put on.',
  })
  @IsOptional()
  @ArrayMaxSize(10)
  @IsLine(100, { each: true })
  remove?: string[] | null;
}

@ObjectType({ description: 'What came of labelling the incident.' })
class LabelIncidentPayload extends IncidentPayload {}

@Resolver()
export class LabelIncidentResolver {
  constructor(private readonly incidents: IncidentService) {}

  @Requires('RESPONDER')
  @Mutation(() => LabelIncidentPayload, {
    description: 'Put labels on the incident, at most ten in all, and take labels off.',
  })
  labelIncident(@Input() input: LabelIncidentInput, @Context() context: OperationContext) {
    const { incident } = input;
    const command = { add: said(input.add), remove: said(input.remove) };
    return this.incidents.command({ incident, rule: labelIncident, command }, { input, context });
  }
}
