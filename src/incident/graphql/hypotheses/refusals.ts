import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Refusal, refusalType } from '../../../platform/graphql/refusal.js';
import { TooMany } from '../checks/refusals.js';

@ObjectType({
  implements: () => [Refusal],
  description: 'There is no such hypothesis, or its id is taken.',
})
export class HypothesisRefused extends Refusal {
  @Field(() => ID, { description: 'The id of the hypothesis.' })
  hypothesis!: string;
}

refusalType(
  {
    HYPOTHESIS_NOT_FOUND: 'The hypothesis was never raised in this incident.',
    HYPOTHESIS_EXISTS: 'The id of the hypothesis is taken.',
  },
  HypothesisRefused,
);
refusalType(
  { TOO_MANY_HYPOTHESES: 'As many hypotheses were raised in the incident as may be.' },
  TooMany,
);
