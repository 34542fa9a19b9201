import { Context, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { resolveIncident } from '../../domain/life/resolve-incident.js';
import { IncidentService } from '../../incident.service.js';
import { Overridable, OverrideInput } from '../guardrails/override.js';
import { DirectiveInput, IncidentPayload } from '../command.js';

@InputType({ description: 'End the response.' })
class ResolveIncidentInput extends DirectiveInput {
  @Overridable()
  override?: OverrideInput | null;
}

@ObjectType({ description: 'What came of resolving the incident.' })
class ResolveIncidentPayload extends IncidentPayload {}

@Resolver()
export class ResolveIncidentResolver {
  constructor(private readonly incidents: IncidentService) {}

  @Requires('RESPONDER')
  @Mutation(() => ResolveIncidentPayload, {
    description:
      'Resolve the incident: the response is over. Open actions keep their targets until they end. A directive.',
  })
  resolveIncident(@Input() input: ResolveIncidentInput, @Context() context: OperationContext) {
    const { incident } = input;
    const command = { term: said(input.term), remark: said(input.remark) };
    return this.incidents.command({ incident, rule: resolveIncident, command }, { input, context });
  }
}
