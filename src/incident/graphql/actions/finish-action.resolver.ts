import { Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { OpenToGuests, Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsProse, IsTypeId } from '../../../platform/graphql/input-rules.js';
import type { ActionOutcome as Outcome } from '../../domain/choices.js';
import { finishAction } from '../../domain/actions/finish-action.js';
import { unknownEvidence } from '../../facts/evidence.facts.js';
import { together } from '../../facts/facts.js';
import { actionFacts } from '../../facts/action.facts.js';
import { IncidentReads } from '../../reads/incident.reads.js';
import { IncidentService } from '../../incident.service.js';
import { ActionPayload, withAction } from './action-payload.js';
import { ActionOutcome } from '../enums.js';
import { ActionCommandInput } from './inputs.js';

@InputType({ description: 'Say what came of an action.' })
class FinishActionInput extends ActionCommandInput {
  @Field(() => ActionOutcome, { description: 'What came of it.' })
  outcome!: Outcome;

  @Field(() => String, { nullable: true, description: 'What else there is to say.' })
  @IsOptional()
  @IsProse(2_000)
  remark?: string | null;

  @Field(() => [ID], { nullable: true, description: 'The entries of the log that show it.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @IsTypeId('evt', { each: true })
  evidence?: string[] | null;
}

@ObjectType({ description: 'What came of finishing an action.' })
class FinishActionPayload extends ActionPayload {}

@Resolver()
export class FinishActionResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reads: IncidentReads,
  ) {}

  @OpenToGuests(true)
  @Requires('RESPONDER')
  @Mutation(() => FinishActionPayload, {
    description:
      'Finish an action with its outcome. Its target is free again. Anyone may, also after its lease has expired.',
  })
  async finishAction(@Input() input: FinishActionInput, @Context() context: OperationContext) {
    const { incident, action, outcome } = input;
    const command = {
      action,
      outcome,
      remark: said(input.remark),
      evidence: said(input.evidence),
    };
    const facts = together(actionFacts(action), unknownEvidence(command.evidence));
    const ruling = { incident, rule: finishAction, command, facts };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withAction(recorded, action, this.reads, context);
  }
}
