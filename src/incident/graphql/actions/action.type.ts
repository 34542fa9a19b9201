import { Field, ObjectType } from '@nestjs/graphql';
import { Actor } from '../../../platform/graphql/event.js';
import { Node } from '../../../platform/graphql/node.js';
import { DateTime } from '../../../platform/graphql/scalars.js';
import { ActionIntent, ActionKind, ActionOutcome } from '../enums.js';

@ObjectType({
  description: 'Something that a responder does, from its start to its outcome.',
  implements: () => [Node],
})
export class Action extends Node {
  @Field({ description: 'What it works on, as `service/checkout`.' })
  target!: string;

  @Field(() => ActionKind, { description: 'What is done to the target.' })
  kind!: string;

  @Field(() => ActionIntent, { description: 'What it is meant to achieve.' })
  intent!: string;

  @Field(() => String, { nullable: true, description: 'What exactly is done, in words.' })
  remark!: string | null;

  @Field(() => Actor, { description: 'Who started it.' })
  startedBy!: Actor;

  @Field(() => DateTime, { description: 'When it was started.' })
  startedAt!: string;

  @Field(() => DateTime, { description: 'When its lease ends: by then it should be finished.' })
  leaseUntil!: string;

  @Field(() => ActionOutcome, { nullable: true, description: 'What came of it; null while open.' })
  outcome!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it ended; null while open.' })
  finishedAt!: string | null;
}
