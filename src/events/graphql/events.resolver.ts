import {
  Args,
  Context,
  Field,
  ID,
  InputType,
  ObjectType,
  Resolver,
  Subscription,
} from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { OpenToGuests, Requires } from '../../platform/access/requires.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { IsTypeId } from '../../platform/graphql/input-rules.js';
import { NodeLoaders } from '../../platform/graphql/node-loaders.js';
import { Cursor } from '../../platform/graphql/scalars.js';
import { EventsService, type SentFrame } from '../events.service.js';
import { Frame } from './frame.type.js';

@ObjectType({ description: 'One message of the stream of events.' })
class EventFrame extends Frame {}

@InputType({ description: 'Which events to stream.' })
class EventsWhere {
  @Field(() => ID, { nullable: true, description: 'Only those of this incident.' })
  @IsOptional()
  @IsTypeId('inc')
  incident?: string | null;
}

@Resolver()
export class EventsResolver {
  constructor(
    private readonly stream: EventsService,
    nodes: NodeLoaders,
  ) {
    nodes.register('evt', {
      typeOf: ({ type }: { type: string }) => type,
      load: async (ids, { viewer, reads }) =>
        new Map((await stream.byId(viewer, reads, ids)).map((event) => [event.id, event])),
    });
  }

  @OpenToGuests(true)
  @Requires('VIEWER')
  @Subscription(() => EventFrame, {
    resolve: (frame: SentFrame) => frame,
    description:
      'Events in order of position. After a cursor the backlog comes first; without one the stream begins now. Over a lost connection: at least once, the position being the key.',
  })
  events(
    @Context() { viewer, signal }: OperationContext,
    @Args('after', { type: () => Cursor, nullable: true, description: 'Resume after this cursor.' })
    after?: string | null,
    @Args('where', { type: () => EventsWhere, nullable: true, description: 'All unless given.' })
    where?: EventsWhere | null,
  ) {
    const wanted = { after: after ?? undefined, incident: where?.incident ?? undefined };
    return this.stream.subscribe(viewer, wanted, signal);
  }
}
