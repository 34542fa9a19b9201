import { Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsTypeId } from '../../../platform/graphql/input-rules.js';
import { approveAction } from '../../domain/actions/approve-action.js';
import { actionFacts } from '../../facts/action.facts.js';
import { IncidentReads } from '../../reads/incident.reads.js';
import { IncidentService } from '../../incident.service.js';
import { DirectiveInput } from '../command.js';
import { ActionPayload, withAction } from './action-payload.js';

@InputType({ description: 'Direct that a proposed action be done.' })
class ApproveActionInput extends DirectiveInput {
  @Field(() => ID, { description: 'The action, as `act_...`.' })
  @IsTypeId('act')
  action!: string;
}

@ObjectType({ description: 'What came of approving an action.' })
class ApproveActionPayload extends ActionPayload {}

@Resolver()
export class ApproveActionResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reads: IncidentReads,
  ) {}

  @Requires('RESPONDER')
  @Mutation(() => ApproveActionPayload, {
    description: 'Approve a proposed action. A directive.',
  })
  async approveAction(@Input() input: ApproveActionInput, @Context() context: OperationContext) {
    const { incident, action } = input;
    const command = { action, term: said(input.term), remark: said(input.remark) };
    const ruling = { incident, rule: approveAction, command, facts: actionFacts(action) };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withAction(recorded, action, this.reads, context);
  }
}
