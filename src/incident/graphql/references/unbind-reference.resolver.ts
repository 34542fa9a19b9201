import { Context, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/requires.js';
import { Input } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { unbindReference } from '../../domain/references/unbind-reference.js';
import { bindingFacts } from '../../facts/external-reference.facts.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentPayload } from '../command.js';
import { ExternalInput } from './external-reference.type.js';

@InputType({ description: 'Unbind something in another system from the incident.' })
class UnbindReferenceInput extends ExternalInput {}

@ObjectType({ description: 'What came of unbinding a reference.' })
class UnbindReferencePayload extends IncidentPayload {}

@Resolver()
export class UnbindReferenceResolver {
  constructor(private readonly incidents: IncidentService) {}

  @Requires('RESPONDER')
  @Mutation(() => UnbindReferencePayload, {
    description: 'Unbind it: a chat channel may serve another incident from then on.',
  })
  unbindReference(@Input() input: UnbindReferenceInput, @Context() context: OperationContext) {
    const { incident, system, externalId } = input;
    const command = { system, externalId };
    const ruling = { incident, rule: unbindReference, command, facts: bindingFacts(command) };
    return this.incidents.command(ruling, { input, context });
  }
}
