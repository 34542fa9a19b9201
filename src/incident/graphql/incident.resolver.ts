import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { StoredEvent } from '../../kernel/event.js';
import { connectionOf, type Connection } from '../../platform/graphql/connection.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { Event } from '../../platform/graphql/event.js';
import { ConnectionArgs, pageOf } from '../../platform/graphql/page.js';
import { IncidentReads } from '../reads/incident.reads.js';
import type { IncidentView } from '../incident.view.js';
import { Action } from './actions/action.type.js';
import { Incident, ScopeAssessed, UpdatePublished } from './incident.type.js';

export const EventConnection = connectionOf(Event).Connection;

@Resolver(() => Incident)
export class IncidentResolver {
  constructor(private readonly reads: IncidentReads) {}

  @ResolveField(() => ScopeAssessed, {
    nullable: true,
    description: 'The latest assessment of what is affected, and for whom.',
  })
  scope({ scope }: IncidentView, _args: unknown, context: OperationContext) {
    return scope && this.reads.event(context, scope.event);
  }

  @ResolveField(() => [Action], { description: 'The actions that are being carried out.' })
  openActions({ id }: IncidentView, _args: unknown, context: OperationContext) {
    return this.reads.openActions(context, id);
  }

  @ResolveField(() => [UpdatePublished], { description: 'The latest update for each audience.' })
  latestUpdates({ latestUpdates }: IncidentView, _args: unknown, context: OperationContext) {
    return Promise.all(
      Object.values(latestUpdates).map(({ event }) => this.reads.event(context, event)),
    );
  }

  @ResolveField(() => EventConnection, {
    description: 'Everything that happened, in the order in which it was recorded.',
  })
  timeline(
    @Parent() incident: IncidentView,
    @Args() page: ConnectionArgs,
    @Context() context: OperationContext,
  ): Promise<Connection<StoredEvent>> {
    return this.reads.timeline(context, incident.id, pageOf(page));
  }
}
