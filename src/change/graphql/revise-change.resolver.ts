import { Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Requires } from '../../platform/access/requires.js';
import { Input, said } from '../../platform/graphql/command-input.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { IsLine, IsTypeId } from '../../platform/graphql/input-rules.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { ChangeService } from '../change.service.js';
import { ChangeCommandInput, ChangePayload, wordsOf } from './change-command.js';

@InputType({ description: 'Tell what became known of a change. The rest stays as it was told.' })
class ReviseChangeInput extends ChangeCommandInput {
  @Field(() => ID, { description: 'The change, as `chg_...`.' })
  @IsTypeId('chg')
  change!: string;

  @Field(() => String, { nullable: true, description: 'What was changed, in one line.' })
  @IsOptional()
  @IsLine(200)
  title?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it began to act after all.' })
  startedAt?: string | null;
}

@ObjectType({ description: 'What came of revising a change.' })
class ReviseChangePayload extends ChangePayload {}

@Resolver()
export class ReviseChangeResolver {
  constructor(private readonly changes: ChangeService) {}

  @Requires('RESPONDER')
  @Mutation(() => ReviseChangePayload, {
    description: 'Revise a change: when it was through, how it ended, or what was told wrongly.',
  })
  async reviseChange(@Input() input: ReviseChangeInput, @Context() context: OperationContext) {
    const command = {
      ...wordsOf(input),
      change: input.change,
      title: said(input.title),
      startedAt: said(input.startedAt),
    };
    const recorded = await this.changes.revise(command, { input, context });
    return { ...recorded, change: await this.changes.now(context, recorded.id) };
  }
}
