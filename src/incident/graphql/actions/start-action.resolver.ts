import { Context, Field, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { TargetsService } from '../../../organization/targets.service.js';
import { OpenToGuests, Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { newId } from '../../../platform/ids.js';
import { AttemptReads } from '../../reads/attempts.reads.js';
import { startAction } from '../../domain/actions/start-action.js';
import { startFacts } from '../../facts/claim.facts.js';
import { IncidentReads } from '../../reads/incident.reads.js';
import { IncidentService, type IncidentRecorded } from '../../incident.service.js';
import { actionOf, ActionPayload, withAction } from './action-payload.js';
import { Overridable, OverrideInput } from '../guardrails/override.js';
import { WorkInput } from './inputs.js';

@InputType({ description: 'Start to do something.' })
class StartActionInput extends WorkInput {
  @Field(() => Int, {
    nullable: true,
    description: 'For how many minutes it holds its target: 15 unless given, at most 1,440.',
  })
  leaseMinutes?: number | null;

  @Overridable()
  override?: OverrideInput | null;
}

@ObjectType({ description: 'What came of starting an action.' })
class StartActionPayload extends ActionPayload {}

@Resolver()
export class StartActionResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reads: IncidentReads,
    private readonly attempts: AttemptReads,
    private readonly targets: TargetsService,
  ) {}

  @OpenToGuests(true)
  @Requires('RESPONDER')
  @Mutation(() => StartActionPayload, {
    description:
      'Start an action, proposed or not. A guardrail is met while another one holds its target or a part of it. A notice tells of earlier attempts.',
  })
  async startAction(@Input() input: StartActionInput, @Context() context: OperationContext) {
    const { incident, target, kind, intent } = input;
    const action = input.action ?? newId('act');
    const command = {
      action,
      start: newId('evt'),
      target,
      kind,
      intent,
      remark: said(input.remark),
      leaseMinutes: said(input.leaseMinutes),
    };
    const ruling = {
      incident,
      rule: startAction,
      command,
      facts: startFacts(command, this.targets),
      notices: (done: IncidentRecorded) => this.attempts.earlier(context, actionOf(done, action)),
    };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withAction(recorded, action, this.reads, context);
  }
}
