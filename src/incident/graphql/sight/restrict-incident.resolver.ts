import { Context, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { restrictIncident } from '../../domain/sight/restrict-incident.js';
import { keeperFacts } from '../../facts/sight.facts.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentPayload } from '../command.js';
import { SightInput } from './sight.type.js';

@InputType({ description: 'Hide an incident from those who take no part in it.' })
class RestrictIncidentInput extends SightInput {}

@ObjectType({ description: 'What came of restricting the incident.' })
class RestrictIncidentPayload extends IncidentPayload {}

@Resolver()
export class RestrictIncidentResolver {
  constructor(private readonly incidents: IncidentService) {}

  @Requires('RESPONDER')
  @Mutation(() => RestrictIncidentPayload, {
    description:
      'Restrict the incident: its participants, those who are granted sight, and admins see it; for everybody else it does not exist. You, the commander and whom command is offered to are granted sight.',
  })
  restrictIncident(@Input() input: RestrictIncidentInput, @Context() context: OperationContext) {
    const command = { reason: said(input.reason) };
    const ruling = {
      incident: input.incident,
      rule: restrictIncident,
      command,
      facts: keeperFacts,
    };
    return this.incidents.command(ruling, { input, context });
  }
}
