import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { connectionOf } from '../../../platform/graphql/connection.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { ConnectionArgs, pageOf } from '../../../platform/graphql/page.js';
import type { IncidentView } from '../../incident.view.js';
import { FollowUpsReads } from '../../reads/follow-ups.reads.js';
import { Incident } from '../incident.type.js';
import { filterOf, FollowUpWhere } from './follow-up-where.js';
import { FollowUp } from './follow-up.type.js';

export const FollowUpConnection = connectionOf(FollowUp).Connection;

@Resolver(() => Incident)
export class IncidentFollowUpsResolver {
  constructor(private readonly reads: FollowUpsReads) {}

  @ResolveField(() => Int, { description: 'How many of its follow-ups are to be done.' })
  openFollowUps(@Parent() { openFollowUps }: IncidentView) {
    return openFollowUps;
  }

  @ResolveField(() => FollowUpConnection, {
    description:
      'What is to be done because of it: what should be done first comes first, what has no time last.',
  })
  followUps(
    @Parent() { id }: IncidentView,
    @Args() page: ConnectionArgs,
    @Context() context: OperationContext,
    @Args('where', { type: () => FollowUpWhere, nullable: true, description: 'All unless given.' })
    where?: FollowUpWhere | null,
  ) {
    return this.reads.list(context, { ...filterOf(where), incident: id }, pageOf(page));
  }
}
