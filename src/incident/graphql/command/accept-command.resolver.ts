import { Context, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/requires.js';
import { Input } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { acceptCommand } from '../../domain/command/accept-command.js';
import { ownParticipation } from '../../facts/participation.facts.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentCommandInput, IncidentPayload } from '../command.js';

@InputType({ description: 'Accept command that was offered to you.' })
class AcceptCommandInput extends IncidentCommandInput {}

@ObjectType({ description: 'What came of accepting command.' })
class AcceptCommandPayload extends IncidentPayload {}

@Resolver()
export class AcceptCommandResolver {
  constructor(private readonly incidents: IncidentService) {}

  @Requires('RESPONDER')
  @Mutation(() => AcceptCommandPayload, {
    description:
      'Accept command: only the person to whom it is offered can. A new term begins, and you join the incident.',
  })
  acceptCommand(@Input() input: AcceptCommandInput, @Context() context: OperationContext) {
    const { incident } = input;
    return this.incidents.command(
      { incident, rule: acceptCommand, command: {}, facts: ownParticipation },
      { input, context },
    );
  }
}
