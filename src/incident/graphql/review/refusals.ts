import { Field, ObjectType } from '@nestjs/graphql';
import { Actor } from '../../../platform/graphql/event.js';
import { Refusal, refusalType } from '../../../platform/graphql/refusal.js';

@ObjectType({ implements: () => [Refusal], description: 'Somebody leads the review already.' })
export class ReviewStartedAlready extends Refusal {
  @Field(() => Actor, { description: 'Who leads it.' })
  lead!: Actor;
}

refusalType({ REVIEW_STARTED: 'Somebody leads the review already.' }, ReviewStartedAlready);
refusalType({
  REVIEW_NOT_STARTED: 'Nobody leads a review of the incident yet.',
  FINDING_EXISTS: 'The id of the finding is taken.',
  FINDING_NOT_FOUND: 'There is no such finding in the incident.',
  FINDING_WITHDRAWN: 'The finding was withdrawn.',
  TOO_MANY_FINDINGS: 'As many findings stand as may.',
});
