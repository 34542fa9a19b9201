import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Actor } from '../../../platform/graphql/event.js';
import { Node } from '../../../platform/graphql/node.js';
import { DateTime } from '../../../platform/graphql/scalars.js';
import { ActionIntent, ActionKind, ActionOutcome } from '../enums.js';
import { ActionStatus } from './enums.js';

@ObjectType({
  description: 'Something that responders do, or suggest: from its proposal to its outcome.',
  implements: () => [Node],
})
export class Action extends Node {
  @Field({ description: 'What it works on, as `service/checkout`.' })
  target!: string;

  @Field(() => ActionKind, { description: 'What is done to the target.' })
  kind!: string;

  @Field(() => ActionIntent, { description: 'What it is meant to achieve.' })
  intent!: string;

  @Field(() => ActionStatus, { description: 'How far it has come.' })
  status!: string;

  @Field(() => String, { nullable: true, description: 'What exactly is done, in words.' })
  remark!: string | null;

  @Field(() => Actor, { nullable: true, description: 'Who proposed it; null: nobody had to.' })
  proposedBy!: Actor | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was proposed.' })
  proposedAt!: string | null;

  @Field(() => Actor, { nullable: true, description: 'Who approved, rejected or withdrew it.' })
  decidedBy!: Actor | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was approved, rejected or withdrawn.',
  })
  decidedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was rejected or withdrawn.' })
  reason!: string | null;

  @Field(() => Actor, { nullable: true, description: 'Who started it; null until then.' })
  startedBy!: Actor | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was started; null until then.' })
  startedAt!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When its lease ends: by then it should be finished. Null until it is started.',
  })
  leaseUntil!: string | null;

  @Field(() => ActionOutcome, {
    nullable: true,
    description: 'What came of it; null until it is finished.',
  })
  outcome!: string | null;

  @Field(() => String, { nullable: true, description: 'What was seen when it was finished.' })
  outcomeRemark!: string | null;

  @Field(() => [ID], { description: 'The entries of the log that show the outcome.' })
  evidence!: readonly string[];

  @Field(() => Actor, { nullable: true, description: 'Who said what came of it.' })
  finishedBy!: Actor | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was finished; null until then.' })
  finishedAt!: string | null;
}
