import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/requires.js';
import { Input } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsProse } from '../../../platform/graphql/input-rules.js';
import { reopenIncident } from '../../domain/life/reopen-incident.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentCommandInput, IncidentPayload } from '../command.js';

@InputType({ description: 'Go on with the response.' })
class ReopenIncidentInput extends IncidentCommandInput {
  @Field({ description: 'Why it is not over.' })
  @IsProse(2_000)
  reason!: string;
}

@ObjectType({ description: 'What came of reopening the incident.' })
class ReopenIncidentPayload extends IncidentPayload {}

@Resolver()
export class ReopenIncidentResolver {
  constructor(private readonly incidents: IncidentService) {}

  @Requires('RESPONDER')
  @Mutation(() => ReopenIncidentPayload, {
    description:
      'Reopen the incident, in the phase in which it was resolved. Whoever commanded then commands again.',
  })
  reopenIncident(@Input() input: ReopenIncidentInput, @Context() context: OperationContext) {
    const { incident, reason } = input;
    const command = { reason };
    return this.incidents.command({ incident, rule: reopenIncident, command }, { input, context });
  }
}
