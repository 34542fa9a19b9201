import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { spoken } from '../../../platform/graphql/spoken.js';
import type { Stop } from '../../domain/guardrails/met.js';
import { aroundConflict, wayPast } from '../../domain/guardrails/wording.js';
import { minute } from '../../domain/wording.js';
import { IncidentReads } from '../../reads/incident.reads.js';
import { TargetInUse } from '../../../organization/targets.service.js';
import { Incident } from '../incident.type.js';
import { Action } from './action.type.js';
import { ActionConflict, ActionTurnedDown } from './refusals.js';
import { actorOf } from '../../../kernel/actor-of.js';

type Conflict = Pick<Stop, 'lacks'> & {
  readonly openAction: string;
  readonly incident: string;
  readonly target: string;
};

@Resolver(() => ActionConflict)
export class ActionConflictResolver {
  constructor(private readonly reads: IncidentReads) {}

  /** Who does not see the incident learns of the target alone. */
  @ResolveField()
  async message(@Parent() conflict: Conflict, @Context() context: OperationContext) {
    const { target, openAction, incident } = conflict;
    const open = await this.reads.action(context, openAction);
    if (!open?.startedBy || !open.startedAt || !open.leaseUntil)
      return `${target} is held by an action of an incident that you do not see: ask an admin, ${wayPast(conflict)}`;
    const held = `by ${open.startedBy.id} since ${minute(open.startedAt)}, until ${minute(open.leaseUntil)}`;
    return spoken(
      `${target} is held by ${openAction} in ${incident}, ${held}: ${aroundConflict(conflict)}`,
      context,
    );
  }

  @ResolveField()
  openAction({ openAction }: Conflict, _args: unknown, context: OperationContext) {
    return this.reads.action(context, openAction);
  }

  @ResolveField()
  incident({ incident }: Conflict, _args: unknown, context: OperationContext) {
    return this.reads.byId(context, incident);
  }
}

type InUse = { readonly action: string; readonly incident: string };

@Resolver(() => TargetInUse)
export class TargetInUseResolver {
  constructor(private readonly reads: IncidentReads) {}

  @ResolveField(() => Action, { nullable: true, description: 'The open action.' })
  openAction(@Parent() { action }: InUse, @Context() context: OperationContext) {
    return this.reads.action(context, action);
  }

  @ResolveField(() => Incident, { nullable: true, description: 'The incident that it serves.' })
  incident(@Parent() { incident }: InUse, @Context() context: OperationContext) {
    return this.reads.byId(context, incident);
  }
}

@Resolver(() => ActionTurnedDown)
export class ActionTurnedDownResolver {
  @ResolveField()
  decidedBy({ decidedBy }: { decidedBy: string | null }) {
    return actorOf(decidedBy);
  }
}
