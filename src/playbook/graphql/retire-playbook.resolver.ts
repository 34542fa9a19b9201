import { Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Requires } from '../../platform/access/requires.js';
import { CommandInput, Input, said } from '../../platform/graphql/command-input.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { IsProse, IsTypeId } from '../../platform/graphql/input-rules.js';
import { PlaybookDesk } from '../playbook-desk.js';
import { PlaybookReads } from '../playbook.reads.js';
import { PlaybookPayload } from './playbook-payload.js';

@InputType({ description: 'Choose a playbook no more.' })
class RetirePlaybookInput extends CommandInput {
  @Field(() => ID, { description: 'The playbook, as `pbk_...`.' })
  @IsTypeId('pbk')
  playbook!: string;

  @Field(() => String, { nullable: true, description: 'Why.' })
  @IsOptional()
  @IsProse(2_000)
  reason?: string | null;
}

@ObjectType({ description: 'What came of retiring a playbook.' })
class RetirePlaybookPayload extends PlaybookPayload {}

@Resolver()
export class RetirePlaybookResolver {
  constructor(
    private readonly desk: PlaybookDesk,
    private readonly reads: PlaybookReads,
  ) {}

  @Requires('ADMIN')
  @Mutation(() => RetirePlaybookPayload, {
    description: 'Retire a playbook: it is not chosen any more. Incidents that run it go on.',
  })
  async retirePlaybook(@Input() input: RetirePlaybookInput, @Context() context: OperationContext) {
    const asked = { input, context };
    const recorded = await this.desk.retire(input.playbook, said(input.reason), asked);
    return { ...recorded, playbook: await this.reads.now(context, recorded.id) };
  }
}
