import { Context, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { OpenToGuests, Requires } from '../../../platform/access/requires.js';
import { Input } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsProse } from '../../../platform/graphql/input-rules.js';
import { ChecksReads } from '../../reads/checks.reads.js';
import { skipCheck } from '../../domain/checks/skip-check.js';
import { IncidentService } from '../../incident.service.js';
import { CheckCommandInput } from './check-input.js';
import { CheckPayload, withCheck } from './check-payload.js';

@InputType({ description: 'Leave a check out.' })
class SkipCheckInput extends CheckCommandInput {
  @Field({ description: 'Why it can be left out.' })
  @IsProse(2_000)
  reason!: string;
}

@ObjectType({ description: 'What came of skipping a check.' })
class SkipCheckPayload extends CheckPayload {}

@Resolver()
export class SkipCheckResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reads: ChecksReads,
  ) {}

  @OpenToGuests(true)
  @Requires('RESPONDER')
  @Mutation(() => SkipCheckPayload, {
    description: 'Leave a check out, for a reason. It can be started or completed later.',
  })
  async skipCheck(@Input() input: SkipCheckInput, @Context() context: OperationContext) {
    const { incident, check, reason } = input;
    const ruling = { incident, rule: skipCheck, command: { check, reason } };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withCheck(recorded, check, this.reads, context);
  }
}
