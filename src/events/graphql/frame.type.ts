import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Event } from '../../platform/graphql/event.js';
import { Cursor } from '../../platform/graphql/scalars.js';

const EventFrameKind = {
  READY: 'READY',
  EVENT: 'EVENT',
  CAUGHT_UP: 'CAUGHT_UP',
  PROGRESS: 'PROGRESS',
} as const;
registerEnumType(EventFrameKind, {
  name: 'EventFrameKind',
  description: 'What a frame of the stream of events says.',
  valuesMap: {
    READY: { description: 'The stream has begun: it goes on after this cursor.' },
    EVENT: { description: 'An event.' },
    CAUGHT_UP: { description: 'The backlog is over: what follows happens now.' },
    PROGRESS: { description: 'Nothing to see for long: the stream has come this far.' },
  },
});

/** One message of a stream of events. */
@ObjectType({ isAbstract: true })
export abstract class Frame {
  @Field(() => EventFrameKind, { description: 'What it says.' })
  kind!: keyof typeof EventFrameKind;

  @Field(() => Cursor, { description: 'Resume after this frame with it.' })
  cursor!: string;

  @Field(() => Cursor, {
    nullable: true,
    description:
      'The cursor of the frame before; null in the first. If it is not the cursor that you saw last, you missed something.',
  })
  previous!: string | null;

  @Field(() => Event, { nullable: true, description: 'The event of a frame of the kind EVENT.' })
  event!: object | null;
}
