import { Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../platform/access/requires.js';
import { Input } from '../../platform/graphql/command-input.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { IsTypeId } from '../../platform/graphql/input-rules.js';
import { PlaybookDesk } from '../playbook-desk.js';
import { PlaybookReads } from '../playbook.reads.js';
import { PlaybookPayload } from './playbook-payload.js';
import { YamlInput } from './yaml.input.js';

@InputType({ description: 'Say what a playbook says from now on.' })
class PublishPlaybookVersionInput extends YamlInput {
  @Field(() => ID, { description: 'The playbook, as `pbk_...`.' })
  @IsTypeId('pbk')
  playbook!: string;
}

@ObjectType({ description: 'What came of publishing a version.' })
class PublishPlaybookVersionPayload extends PlaybookPayload {}

@Resolver()
export class PublishPlaybookVersionResolver {
  constructor(
    private readonly desk: PlaybookDesk,
    private readonly reads: PlaybookReads,
  ) {}

  @Requires('ADMIN')
  @Mutation(() => PublishPlaybookVersionPayload, {
    description:
      'Publish the next version of a playbook. Incidents that run another go on with theirs.',
  })
  async publishPlaybookVersion(
    @Input() input: PublishPlaybookVersionInput,
    @Context() context: OperationContext,
  ) {
    const recorded = await this.desk.publish(input.playbook, input.yaml, { input, context });
    return { ...recorded, playbook: await this.reads.now(context, recorded.id) };
  }
}
