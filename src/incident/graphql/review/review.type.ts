import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { choiceEnum } from '../../../platform/graphql/choice-enum.js';
import { Actor } from '../../../platform/graphql/event.js';
import { DateTime } from '../../../platform/graphql/scalars.js';
import { reviewState } from '../../domain/review/choices.js';

export const ReviewState = choiceEnum(reviewState);

@ObjectType({ description: 'A review as it was published at one time.' })
export class ReviewEdition {
  @Field(() => Int, { description: 'Its number: 1 for the first.' })
  edition!: number;

  @Field({ description: 'What there is to learn.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'Where the document is, if elsewhere.' })
  url!: string | null;

  @Field(() => Actor, { description: 'Who published it.' })
  publishedBy!: Actor;

  @Field(() => DateTime, { description: 'When.' })
  publishedAt!: string;

  @Field(() => ID, { description: 'The event that published it.' })
  id!: string;
}

@ObjectType({ description: 'The look back at an incident, to learn from it.' })
export class Review {
  @Field(() => ReviewState, { description: 'How far it has come.' })
  state!: string;

  @Field(() => Actor, { description: 'The member who leads it.' })
  lead!: Actor;

  @Field(() => DateTime, { nullable: true, description: 'When it should be published.' })
  dueAt!: string | null;

  @Field(() => Actor, { description: 'Who started it.' })
  startedBy!: Actor;

  @Field(() => DateTime, { description: 'When.' })
  startedAt!: string;
}
