import { Field, Float, ObjectType } from '@nestjs/graphql';
import { Notice, noticeType } from '../../../platform/graphql/notice.js';
import { Action } from './action.type.js';
import { AttemptMatch } from './enums.js';

@ObjectType({ description: 'An action that was tried, and why it is worth knowing.' })
export class Attempt {
  @Field(() => Action, { description: 'The action, with its outcome if it has one.' })
  action!: Action;

  @Field(() => Float, { description: 'How near it comes to what was asked for: from 0 to 1.' })
  score!: number;

  @Field(() => AttemptMatch, { description: 'What makes it worth knowing.' })
  why!: string;
}

@ObjectType({
  description: 'The same was done to the same target before, in this incident or another.',
  implements: () => [Notice],
})
export class EarlierAttempts extends Notice {
  @Field(() => [Action], { description: 'The attempts that ended, newest first: at most ten.' })
  attempts!: readonly Action[];
}
noticeType('EARLIER_ATTEMPTS', EarlierAttempts);
