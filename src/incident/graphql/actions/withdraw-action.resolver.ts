import { Context, Field, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional, Min } from 'class-validator';
import { OpenToGuests, Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsProse } from '../../../platform/graphql/input-rules.js';
import { withdrawAction } from '../../domain/actions/withdraw-action.js';
import { actionFacts } from '../../facts/action.facts.js';
import { IncidentReads } from '../../reads/incident.reads.js';
import { IncidentService } from '../../incident.service.js';
import { ActionPayload, withAction } from './action-payload.js';
import { ActionCommandInput } from './inputs.js';

@InputType({ description: 'Take a proposed action back.' })
class WithdrawActionInput extends ActionCommandInput {
  @Field(() => String, { nullable: true, description: 'Why.' })
  @IsOptional()
  @IsProse(2_000)
  reason?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The term of command in which it was directed. Whoever proposed the action needs none.',
  })
  @IsOptional()
  @Min(1)
  term?: number | null;
}

@ObjectType({ description: 'What came of withdrawing an action.' })
class WithdrawActionPayload extends ActionPayload {}

@Resolver()
export class WithdrawActionResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reads: IncidentReads,
  ) {}

  @OpenToGuests(true)
  @Requires('RESPONDER')
  @Mutation(() => WithdrawActionPayload, {
    description: 'Withdraw a proposed action, by who proposed it; by others it is a directive.',
  })
  async withdrawAction(@Input() input: WithdrawActionInput, @Context() context: OperationContext) {
    const { incident, action } = input;
    const command = { action, reason: said(input.reason), term: said(input.term) };
    const ruling = { incident, rule: withdrawAction, command, facts: actionFacts(action) };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withAction(recorded, action, this.reads, context);
  }
}
