import { Context, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/requires.js';
import { Input } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { acceptCommand } from '../../domain/command/accept-command.js';
import { ownPart } from '../../facts/participation.facts.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentCommandInput, IncidentPayload } from '../command.js';
import { Overridable, OverrideInput } from '../guardrails/override.js';

@InputType({ description: 'Accept command that was offered to you.' })
class AcceptCommandInput extends IncidentCommandInput {
  @Overridable()
  override?: OverrideInput | null;
}

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
      { incident, rule: acceptCommand, command: {}, facts: ownPart },
      { input, context },
    );
  }
}
