import { Args, Context, Field, InputType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { connectionOf } from '../../../platform/graphql/connection.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsLine } from '../../../platform/graphql/input-rules.js';
import { ConnectionArgs, pageOf } from '../../../platform/graphql/page.js';
import { ActionReads } from '../../reads/actions.reads.js';
import type { IncidentView } from '../../incident.view.js';
import { ActionIntent, ActionKind } from '../enums.js';
import { Incident } from '../incident.type.js';
import { Action } from './action.type.js';
import { ActionStatus } from './enums.js';

export const ActionConnection = connectionOf(Action).Connection;

@InputType({ description: 'Which actions to list. All that is given has to hold.' })
class ActionWhere {
  @Field(() => [ActionStatus], { nullable: true, description: 'In one of these states.' })
  @IsOptional()
  @ArrayMaxSize(10)
  status?: string[] | null;

  @Field(() => String, { nullable: true, description: 'On exactly this target.' })
  @IsOptional()
  @IsLine(300)
  target?: string | null;

  @Field(() => [ActionKind], { nullable: true, description: 'Of one of these kinds.' })
  @IsOptional()
  @ArrayMaxSize(20)
  kind?: string[] | null;

  @Field(() => [ActionIntent], { nullable: true, description: 'With one of these intents.' })
  @IsOptional()
  @ArrayMaxSize(10)
  intent?: string[] | null;
}

@Resolver(() => Incident)
export class IncidentActionsResolver {
  constructor(private readonly reads: ActionReads) {}

  @ResolveField(() => [Action], {
    description: 'The actions that wait to be started, approved or not, oldest first.',
  })
  proposals(@Parent() { id }: IncidentView, @Context() context: OperationContext) {
    return this.reads.proposals(context, id);
  }

  @ResolveField(() => ActionConnection, { description: 'Its actions, newest first.' })
  actions(
    @Parent() { id }: IncidentView,
    @Args() page: ConnectionArgs,
    @Context() context: OperationContext,
    @Args('where', { type: () => ActionWhere, nullable: true, description: 'All unless given.' })
    where?: ActionWhere | null,
  ) {
    const target = where?.target?.trim().toLowerCase();
    const filter = {
      incident: id,
      targets: target === undefined ? undefined : [target],
      status: where?.status ?? undefined,
      kind: where?.kind ?? undefined,
      intent: where?.intent ?? undefined,
    };
    return this.reads.list(context, filter, pageOf(page));
  }
}
