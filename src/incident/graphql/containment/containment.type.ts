import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../../../platform/graphql/scalars.js';
import { ActionKind, ActionOutcome } from '../enums.js';

@ObjectType({
  description:
    'For how long users were hurt, and for how long no more. Minutes are whole, and count from the impact’s start, or from the declaration while that is not known, to the resolution or now.',
})
export class Containment {
  @Field({ description: 'Whether it is contained, or was when it was resolved.' })
  isContained!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When it was contained at first.' })
  firstContainedAt!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when it is contained; null if it is not.',
  })
  containedAt!: string | null;

  @Field(() => Int, { description: 'How often a containment was lost.' })
  lostCount!: number;

  @Field(() => Int, { description: 'For how long it was not contained.' })
  minutesUncontained!: number;

  @Field(() => Int, { description: 'For how long it was contained, all containments together.' })
  minutesContained!: number;
}

@ObjectType({ description: 'Something to try next, in order to contain an incident.' })
export class Suggestion {
  @Field(() => ActionKind, { description: 'What to do.' })
  kind!: string;

  @Field({ description: 'Why, in one sentence.' })
  why!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What to do it to, as `service/checkout`; null if that is not known.',
  })
  target!: string | null;

  @Field(() => ID, { nullable: true, description: 'The change to undo, if it is about one.' })
  change!: string | null;

  @Field(() => Int, {
    description:
      'How many actions of this kind there were on this target in this incident; of the kind alone if there is no target.',
  })
  earlierAttempts!: number;

  @Field(() => ActionOutcome, {
    nullable: true,
    description: 'How the latest of them ended that changed nothing or made things worse, if any.',
  })
  tried!: string | null;
}
