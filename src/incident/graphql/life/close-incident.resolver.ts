import { Context, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { closeIncident } from '../../domain/life/close-incident.js';
import { IncidentService } from '../../incident.service.js';
import { DirectiveInput, IncidentPayload } from '../command.js';

@InputType({ description: 'Say that nothing is left to do.' })
class CloseIncidentInput extends DirectiveInput {}

@ObjectType({ description: 'What came of closing the incident.' })
class CloseIncidentPayload extends IncidentPayload {}

@Resolver()
export class CloseIncidentResolver {
  constructor(private readonly incidents: IncidentService) {}

  @Requires('RESPONDER')
  @Mutation(() => CloseIncidentPayload, {
    description: 'Close an incident that is resolved: nothing is left to do. A directive.',
  })
  closeIncident(@Input() input: CloseIncidentInput, @Context() context: OperationContext) {
    const { incident } = input;
    const command = { term: said(input.term), remark: said(input.remark) };
    return this.incidents.command({ incident, rule: closeIncident, command }, { input, context });
  }
}
