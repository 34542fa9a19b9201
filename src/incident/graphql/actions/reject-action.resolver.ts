import { Context, Field, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional, Min } from 'class-validator';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsProse } from '../../../platform/graphql/input-rules.js';
import { rejectAction } from '../../domain/actions/reject-action.js';
import { actionFacts } from '../../facts/action.facts.js';
import { IncidentReads } from '../../reads/incident.reads.js';
import { IncidentService } from '../../incident.service.js';
import { ActionPayload, withAction } from './action-payload.js';
import { ActionCommandInput } from './inputs.js';

@InputType({ description: 'Direct that a proposed action not be done.' })
class RejectActionInput extends ActionCommandInput {
  @Field({ description: 'Why not.' })
  @IsProse(2_000)
  reason!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The term of command in which it was directed. The commander may leave it out.',
  })
  @IsOptional()
  @Min(1)
  term?: number | null;
}

@ObjectType({ description: 'What came of rejecting an action.' })
class RejectActionPayload extends ActionPayload {}

@Resolver()
export class RejectActionResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reads: IncidentReads,
  ) {}

  @Requires('RESPONDER')
  @Mutation(() => RejectActionPayload, {
    description: 'Reject a proposed action, which cannot be started then. A directive.',
  })
  async rejectAction(@Input() input: RejectActionInput, @Context() context: OperationContext) {
    const { incident, action } = input;
    const command = { action, reason: input.reason, term: said(input.term) };
    const ruling = { incident, rule: rejectAction, command, facts: actionFacts(action) };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withAction(recorded, action, this.reads, context);
  }
}
