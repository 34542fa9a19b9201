import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Refusal, refusalType } from '../../../platform/graphql/refusal.js';

@ObjectType({
  description: 'The change is not linked, or was never recorded.',
  implements: () => [Refusal],
})
class ChangeRefused extends Refusal {
  @Field(() => ID, { description: 'The id that was given.' })
  change!: string;
}

refusalType(
  {
    CHANGE_UNKNOWN: 'No change with this id was recorded.',
    CHANGE_NOT_LINKED: 'The change is not linked to the incident.',
  },
  ChangeRefused,
);
