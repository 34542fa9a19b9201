import { Context, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { OpenToGuests, Requires } from '../../../platform/access/requires.js';
import { Input } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { ChecksReads } from '../../reads/checks.reads.js';
import { startCheck } from '../../domain/checks/start-check.js';
import { IncidentService } from '../../incident.service.js';
import { Overridable, OverrideInput } from '../guardrails/override.js';
import { CheckCommandInput } from './check-input.js';
import { CheckPayload, withCheck } from './check-payload.js';

@InputType({ description: 'Start a check.' })
class StartCheckInput extends CheckCommandInput {
  @Overridable()
  override?: OverrideInput | null;
}

@ObjectType({ description: 'What came of starting a check.' })
class StartCheckPayload extends CheckPayload {}

@Resolver()
export class StartCheckResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reads: ChecksReads,
  ) {}

  @OpenToGuests(true)
  @Requires('RESPONDER')
  @Mutation(() => StartCheckPayload, {
    description:
      'Say that you look at a check. If somebody does, it shows who. Passing over an earlier one meets a guardrail.',
  })
  async startCheck(@Input() input: StartCheckInput, @Context() context: OperationContext) {
    const { incident, check } = input;
    const ruling = { incident, rule: startCheck, command: { check } };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withCheck(recorded, check, this.reads, context);
  }
}
