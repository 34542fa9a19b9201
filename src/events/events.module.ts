import { Module } from '@nestjs/common';
import { EventsService } from './events.service.js';
import { EventsResolver } from './graphql/events.resolver.js';
import { NudgesResolver } from './graphql/nudges.resolver.js';

/** The stream of all events, and each of them by its id. */
@Module({ providers: [EventsService, EventsResolver, NudgesResolver] })
export class EventsModule {}
