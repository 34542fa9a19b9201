import { Field, ID, ObjectType } from '@nestjs/graphql';
import { eventType } from '../../../platform/graphql/event-types.js';
import { Event } from '../../../platform/graphql/event.js';
import { DateTime } from '../../../platform/graphql/scalars.js';
import { incidentEvents } from '../../domain/events.js';

export const EntryAmended = eventType('EntryAmended', incidentEvents.EntryAmended);
export const EntryStruck = eventType('EntryStruck', incidentEvents.EntryStruck);

@ObjectType({
  description: 'An entry of the log of an incident, as it stands. Each event is one.',
})
export class LogEntry {
  @Field(() => ID, { description: 'The id of its event: what corrections name.' })
  id!: string;

  @Field(() => Event, { description: 'The event as it was recorded.' })
  event!: Event;

  @Field(() => DateTime, { description: 'When it happened, as amended.' })
  occurredAt!: string;

  @Field({ description: 'The entry in one sentence, as amended.' })
  sentence!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What somebody wrote, as amended: a note, an update, the caption of evidence, or other words for the sentence.',
  })
  text!: string | null;

  @Field({ description: 'Whether it was amended.' })
  amended!: boolean;

  @Field(() => [EntryAmended], { description: 'What amended it, oldest first: the latest 50.' })
  amendments!: readonly object[];

  @Field(() => EntryStruck, { nullable: true, description: 'What struck it, if it was struck.' })
  struck!: object | null;

  @Field({ description: 'Whether it is one to look at first.' })
  pinned!: boolean;
}
