import { Context, Field, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { OpenToGuests, Requires } from '../../../platform/access/requires.js';
import { Input } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { extendAction } from '../../domain/actions/extend-action.js';
import { extensionFacts } from '../../facts/claim.facts.js';
import { IncidentReads } from '../../reads/incident.reads.js';
import { IncidentService } from '../../incident.service.js';
import { ActionPayload, withAction } from './action-payload.js';
import { Overridable, OverrideInput } from '../guardrails/override.js';
import { ActionCommandInput } from './inputs.js';

@InputType({ description: 'Keep at it for longer.' })
class ExtendActionInput extends ActionCommandInput {
  @Field(() => Int, {
    description: 'For how many minutes from now on it holds its target: 1 to 1,440.',
  })
  minutes!: number;

  @Overridable()
  override?: OverrideInput | null;
}

@ObjectType({ description: 'What came of extending an action.' })
class ExtendActionPayload extends ActionPayload {}

@Resolver()
export class ExtendActionResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reads: IncidentReads,
  ) {}

  @OpenToGuests(true)
  @Requires('RESPONDER')
  @Mutation(() => ExtendActionPayload, {
    description:
      'Give an action its target for longer. After its lease has expired it takes the target again; if another action holds it by now, a guardrail is met.',
  })
  async extendAction(@Input() input: ExtendActionInput, @Context() context: OperationContext) {
    const { incident, action } = input;
    const command = { action, minutes: input.minutes };
    const ruling = { incident, rule: extendAction, command, facts: extensionFacts(action) };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withAction(recorded, action, this.reads, context);
  }
}
