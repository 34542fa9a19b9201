import { Field, ObjectType } from '@nestjs/graphql';
import { Recorded } from '../../platform/graphql/recorded.js';
import { Playbook } from './playbook.type.js';

@ObjectType({ isAbstract: true, implements: () => [Recorded] })
export abstract class PlaybookPayload extends Recorded {
  @Field(() => Playbook, {
    nullable: true,
    description: 'The playbook as it stands after the command; null if there is none.',
  })
  playbook!: Playbook | null;
}
