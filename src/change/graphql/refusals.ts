import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Refusal, refusalType } from '../../platform/graphql/refusal.js';

@ObjectType({
  description: 'The change was recorded before, with other words.',
  implements: () => [Refusal],
})
class ChangeExists extends Refusal {
  @Field(() => ID, { description: 'The change.' })
  change!: string;
}

refusalType({
  CHANGE_NOT_FOUND: 'There is no such change.',
  CHANGE_TIMES_INVALID: 'The times of a change contradict each other, or lie ahead.',
});
refusalType({ CHANGE_EXISTS: 'The change was recorded before, with other words.' }, ChangeExists);
