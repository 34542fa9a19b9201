import { Context, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { TargetsService } from '../../../organization/targets.service.js';
import { OpenToGuests, Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { newId } from '../../../platform/ids.js';
import { AttemptReads } from '../../reads/attempts.reads.js';
import { proposeAction } from '../../domain/actions/propose-action.js';
import { workFacts } from '../../facts/action.facts.js';
import { IncidentReads } from '../../reads/incident.reads.js';
import { IncidentService, type IncidentRecorded } from '../../incident.service.js';
import { actionOf, ActionPayload, withAction } from './action-payload.js';
import { WorkInput } from './inputs.js';

@InputType({ description: 'Suggest to do something.' })
class ProposeActionInput extends WorkInput {}

@ObjectType({ description: 'What came of proposing an action.' })
class ProposeActionPayload extends ActionPayload {}

@Resolver()
export class ProposeActionResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reads: IncidentReads,
    private readonly attempts: AttemptReads,
    private readonly targets: TargetsService,
  ) {}

  @OpenToGuests(true)
  @Requires('RESPONDER')
  @Mutation(() => ProposeActionPayload, {
    description:
      'Propose an action, to be approved or rejected, and started by whom it may concern. It claims nothing. A notice tells of earlier attempts.',
  })
  async proposeAction(@Input() input: ProposeActionInput, @Context() context: OperationContext) {
    const { incident, target, kind, intent } = input;
    const action = input.action ?? newId('act');
    const command = {
      action,
      call: newId('evt'),
      target,
      kind,
      intent,
      remark: said(input.remark),
    };
    const ruling = {
      incident,
      rule: proposeAction,
      command,
      facts: workFacts(command, this.targets),
      notices: (done: IncidentRecorded) => this.attempts.earlier(context, actionOf(done, action)),
    };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withAction(recorded, action, this.reads, context);
  }
}
