import { Context, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/requires.js';
import { Input } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { leaveIncident } from '../../domain/roles/leave-incident.js';
import { ownPart } from '../../facts/participation.facts.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentCommandInput, IncidentPayload } from '../command.js';

@InputType({ description: 'Take part in the incident no longer.' })
class LeaveIncidentInput extends IncidentCommandInput {}

@ObjectType({ description: 'What came of leaving the incident.' })
class LeaveIncidentPayload extends IncidentPayload {}

@Resolver()
export class LeaveIncidentResolver {
  constructor(private readonly incidents: IncidentService) {}

  @Requires('RESPONDER')
  @Mutation(() => LeaveIncidentPayload, {
    description: 'Leave the incident, and your roles in it. The commander cannot.',
  })
  leaveIncident(@Input() input: LeaveIncidentInput, @Context() context: OperationContext) {
    const { incident } = input;
    return this.incidents.command(
      { incident, rule: leaveIncident, command: {}, facts: ownPart },
      { input, context },
    );
  }
}
