import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import type { Participation as As } from '../../domain/roles/choices.js';
import { joinIncident } from '../../domain/roles/join-incident.js';
import { ownPart } from '../../facts/participation.facts.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentCommandInput, IncidentPayload } from '../command.js';
import { Participation } from './role.type.js';

@InputType({ description: 'Take part in the incident.' })
class JoinIncidentInput extends IncidentCommandInput {
  @Field(() => Participation, {
    nullable: true,
    description: 'How you take part: as before unless given, and at first as a responder.',
  })
  as?: As | null;
}

@ObjectType({ description: 'What came of joining the incident.' })
class JoinIncidentPayload extends IncidentPayload {}

@Resolver()
export class JoinIncidentResolver {
  constructor(private readonly incidents: IncidentService) {}

  @Requires('RESPONDER')
  @Mutation(() => JoinIncidentPayload, {
    description:
      'Join the incident, or change how you take part. Who becomes an observer leaves their roles.',
  })
  joinIncident(@Input() input: JoinIncidentInput, @Context() context: OperationContext) {
    const { incident } = input;
    const command = { as: said(input.as) };
    return this.incidents.command(
      { incident, rule: joinIncident, command, facts: ownPart },
      { input, context },
    );
  }
}
