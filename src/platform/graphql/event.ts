import { Field, ID, Int, InterfaceType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Node } from './node.js';
import { Cursor, DateTime, Position } from './scalars.js';

export const ActorKind = {
  MEMBER: 'MEMBER',
  INTEGRATION: 'INTEGRATION',
  POLICY: 'POLICY',
} as const;
registerEnumType(ActorKind, {
  name: 'ActorKind',
  description: 'What kind of actor did something.',
  valuesMap: {
    MEMBER: { description: 'A person.' },
    INTEGRATION: { description: 'A tool on its own account.' },
    POLICY: { description: 'A rule of Bridgelog itself.' },
  },
});

@ObjectType({ description: 'Who did something.' })
export class Actor {
  @Field(() => ActorKind, { description: 'A person, a tool or a rule.' })
  kind!: keyof typeof ActorKind;

  @Field(() => ID, { description: 'The id of the member or integration, or the rule’s name.' })
  id!: string;

  @Field({ description: 'The name that people know the actor by.' })
  name!: string;
}

/** The fields that all events share; `EventTypes` makes a type of the schema for each event. */
@InterfaceType({
  description: 'Something that happened, as it was recorded. Events are never changed.',
  implements: () => [Node],
  resolveType: (event: Event) => event.type,
})
export abstract class Event extends Node {
  @Field({ description: 'The name of the event, which is also the name of its type.' })
  type!: string;

  @Field(() => Position, { description: 'Its place in the organization’s ledger.' })
  position!: number;

  @Field(() => Int, { description: 'Its place among the events of the same thing: 1, 2, 3...' })
  version!: number;

  @Field(() => DateTime, { description: 'When it happened, as whoever reported it said.' })
  occurredAt!: string;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  recordedAt!: string;

  @Field(() => Actor, { description: 'Who did it.' })
  actor!: Actor;

  @Field(() => ID, { nullable: true, description: 'The token that carried the command.' })
  via!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'What brought it about: an event or a due time.',
  })
  causationId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Shared by all that one request brought about.' })
  correlationId!: string | null;

  @Field({ description: 'The event in one sentence, for a timeline.' })
  sentence!: string;

  @Field(() => Cursor, { description: 'Resume a subscription after this event.' })
  cursor!: string;
}
