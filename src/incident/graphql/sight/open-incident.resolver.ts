import { Context, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { openIncident } from '../../domain/sight/open-incident.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentPayload } from '../command.js';
import { SightInput } from './sight.type.js';

@InputType({ description: 'Show a restricted incident to the organization.' })
class OpenIncidentInput extends SightInput {}

@ObjectType({ description: 'What came of opening the incident.' })
class OpenIncidentPayload extends IncidentPayload {}

@Resolver()
export class OpenIncidentResolver {
  constructor(private readonly incidents: IncidentService) {}

  @Requires('RESPONDER')
  @Mutation(() => OpenIncidentPayload, {
    description:
      'Open a restricted incident: everybody in the organization sees it again, from its first event on. Grants of sight stay.',
  })
  openIncident(@Input() input: OpenIncidentInput, @Context() context: OperationContext) {
    const command = { reason: said(input.reason) };
    const ruling = { incident: input.incident, rule: openIncident, command };
    return this.incidents.command(ruling, { input, context });
  }
}
