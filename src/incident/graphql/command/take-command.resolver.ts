import { Context, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ActingService } from '../../../organization/acting.service.js';
import { Requires } from '../../../platform/access/requires.js';
import { Input } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { takeCommand } from '../../domain/command/take-command.js';
import { takeCommandFacts } from '../../facts/responder.facts.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentCommandInput, IncidentPayload } from '../command.js';
import { Overridable, OverrideInput } from '../guardrails/override.js';

@InputType({ description: 'Take command while nobody has it.' })
class TakeCommandInput extends IncidentCommandInput {
  @Overridable()
  override?: OverrideInput | null;
}

@ObjectType({ description: 'What came of taking command.' })
class TakeCommandPayload extends IncidentPayload {}

@Resolver()
export class TakeCommandResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly acting: ActingService,
  ) {}

  @Requires('RESPONDER')
  @Mutation(() => TakeCommandPayload, {
    description:
      'Take command. Refused while somebody else commands who may still respond: nobody is unmade silently. You join the incident.',
  })
  takeCommand(@Input() input: TakeCommandInput, @Context() context: OperationContext) {
    const { incident } = input;
    return this.incidents.command(
      { incident, rule: takeCommand, command: {}, facts: takeCommandFacts(this.acting) },
      { input, context },
    );
  }
}
