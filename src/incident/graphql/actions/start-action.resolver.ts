import {
  Context,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
} from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { OpenToGuests, Requires } from '../../../platform/access/requires.js';
import { Input } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsLine, IsProse, IsTypeId } from '../../../platform/graphql/input-rules.js';
import { newId } from '../../../platform/ids.js';
import type { ActionIntent as Intent, ActionKind as Kind } from '../../domain/choices.js';
import { startAction } from '../../domain/actions/start-action.js';
import { actionFacts } from '../../facts/action.facts.js';
import { IncidentReads } from '../../incident.reads.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentCommandInput, said } from '../command.js';
import { ActionIntent, ActionKind } from '../enums.js';
import { ActionPayload, withAction } from './action-payload.js';

@InputType({ description: 'Start to do something.' })
class StartActionInput extends IncidentCommandInput {
  @Field(() => ID, {
    nullable: true,
    description: 'An id of your own making, `act_` and a UUIDv7 in base 32; made if absent.',
  })
  @IsOptional()
  @IsTypeId('act')
  action?: string | null;

  @Field({
    description: 'What you will work on: up to six names with `/` between, as `flag/cart`.',
  })
  @IsLine(300)
  target!: string;

  @Field(() => ActionKind, { description: 'What you will do to it.' })
  kind!: Kind;

  @Field(() => ActionIntent, { description: 'What for. CONTAIN and FIX claim the target.' })
  intent!: Intent;

  @Field(() => String, { nullable: true, description: 'What exactly you will do.' })
  @IsOptional()
  @IsProse(2_000)
  remark?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'For how many minutes it holds its target: 15 unless given, at most 1,440.',
  })
  leaseMinutes?: number | null;
}

@ObjectType({ description: 'What came of starting an action.' })
class StartActionPayload extends ActionPayload {}

@Resolver()
export class StartActionResolver {
  constructor(
    private readonly incidents: IncidentService,
    private readonly reads: IncidentReads,
  ) {}

  @OpenToGuests(true)
  @Requires('RESPONDER')
  @Mutation(() => StartActionPayload, {
    description: 'Start an action. Refused while another one holds its target, or a part of it.',
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
    const ruling = { incident, rule: startAction, command, facts: actionFacts(action) };
    const recorded = await this.incidents.command(ruling, { input, context });
    return withAction(recorded, action, this.reads, context);
  }
}
