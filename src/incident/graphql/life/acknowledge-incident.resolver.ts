import { Context, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/requires.js';
import { Input } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { acknowledgeIncident } from '../../domain/life/acknowledge-incident.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentCommandInput, IncidentPayload } from '../command.js';

@InputType({ description: 'Say that you know of the incident and look after it.' })
class AcknowledgeIncidentInput extends IncidentCommandInput {}

@ObjectType({ description: 'What came of acknowledging the incident.' })
class AcknowledgeIncidentPayload extends IncidentPayload {}

@Resolver()
export class AcknowledgeIncidentResolver {
  constructor(private readonly incidents: IncidentService) {}

  @Requires('RESPONDER')
  @Mutation(() => AcknowledgeIncidentPayload, {
    description:
      'Acknowledge the incident. The first to do so counts; after that it is already true.',
  })
  acknowledgeIncident(
    @Input() input: AcknowledgeIncidentInput,
    @Context() context: OperationContext,
  ) {
    const { incident } = input;
    return this.incidents.command(
      { incident, rule: acknowledgeIncident, command: {} },
      { input, context },
    );
  }
}
