import { Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional, Matches } from 'class-validator';
import { Requires } from '../../platform/access/requires.js';
import { Input, said } from '../../platform/graphql/command-input.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { IsLine, IsTypeId } from '../../platform/graphql/input-rules.js';
import { PlaybookDesk } from '../playbook-desk.js';
import { PlaybookReads } from '../playbook.reads.js';
import { namePattern } from '../yaml/schema.js';
import { PlaybookPayload } from './playbook-payload.js';
import { YamlInput } from './yaml.input.js';

@InputType({ description: 'Give the organization another playbook.' })
class CreatePlaybookInput extends YamlInput {
  @Field(() => ID, {
    nullable: true,
    description: 'An id of your own making, `pbk_` and a UUIDv7 in base 32; made if absent.',
  })
  @IsOptional()
  @IsTypeId('pbk')
  playbook?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What programs call it: a-z, 0-9 and hyphens. May be left out if the file says it.',
  })
  @IsOptional()
  @IsLine(60)
  @Matches(new RegExp(namePattern), { message: 'must be of a-z, 0-9 and hyphens between them' })
  name?: string | null;
}

@ObjectType({ description: 'What came of creating a playbook.' })
class CreatePlaybookPayload extends PlaybookPayload {}

@Resolver()
export class CreatePlaybookResolver {
  constructor(
    private readonly desk: PlaybookDesk,
    private readonly reads: PlaybookReads,
  ) {}

  @Requires('ADMIN')
  @Mutation(() => CreatePlaybookPayload, {
    description: 'Create a playbook from its file: that is its version 1.',
  })
  async createPlaybook(@Input() input: CreatePlaybookInput, @Context() context: OperationContext) {
    const command = { playbook: said(input.playbook), name: said(input.name), yaml: input.yaml };
    const recorded = await this.desk.create(command, { input, context });
    return { ...recorded, playbook: await this.reads.now(context, recorded.id) };
  }
}
