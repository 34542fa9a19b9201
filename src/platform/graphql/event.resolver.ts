import { ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor as DomainActor, StoredEvent } from '../../kernel/event.js';
import type { OperationContext } from './context.js';
import { encodeFeedCursor } from './cursor.js';
import { EventTypes } from './event-types.js';
import { Actor, Event } from './event.js';
import { nameOfActor, sentenceOf } from './sentence.js';

/** Without parameter decorators, Nest calls field resolvers directly: they run for every event. */
@Resolver(() => Event)
export class EventResolver {
  constructor(private readonly types: EventTypes) {}

  @ResolveField()
  sentence(event: StoredEvent, _args: unknown, context: OperationContext): Promise<string> {
    const spec = this.types.specOf(event.type);
    if (spec === undefined) throw new Error(`No event has the name ${event.type}`);
    return sentenceOf(event, spec, context.names);
  }

  @ResolveField()
  async cursor(event: StoredEvent, _args: unknown, context: OperationContext): Promise<string> {
    const { organization, position } = event;
    return encodeFeedCursor({ organization, position, epoch: await context.epoch() });
  }
}

@Resolver(() => Actor)
export class ActorResolver {
  @ResolveField()
  name(actor: DomainActor, _args: unknown, context: OperationContext): Promise<string> {
    return nameOfActor(actor, context.names);
  }
}
