import { Field, ObjectType } from '@nestjs/graphql';
import { Refusal, refusalType } from '../../platform/graphql/refusal.js';
import { PlaybookProblem } from './playbook.type.js';

@ObjectType({
  description: 'The file of the playbook is not right.',
  implements: () => [Refusal],
})
class PlaybookInvalid extends Refusal {
  @Field(() => [PlaybookProblem], { description: 'All that is wrong, from top to bottom.' })
  problems!: readonly PlaybookProblem[];
}

refusalType({
  PLAYBOOK_NOT_FOUND: 'There is no such playbook.',
  PLAYBOOK_EXISTS: 'The playbook was created before, with other words.',
  PLAYBOOK_NAME_TAKEN: 'Another playbook has this name.',
  PLAYBOOK_RETIRED: 'The playbook is not to be chosen any more.',
});
refusalType({ PLAYBOOK_INVALID: 'The file of the playbook is not right.' }, PlaybookInvalid);
