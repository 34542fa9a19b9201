import { Context, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Requires } from '../../platform/access/requires.js';
import { ExternalIdInput, Input, said } from '../../platform/graphql/command-input.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { IsInput, IsLine, IsTypeId } from '../../platform/graphql/input-rules.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { ChangeService } from '../change.service.js';
import type { ChangeKind as Kind } from '../domain/choices.js';
import { ChangeCommandInput, ChangePayload, wordsOf } from './change-command.js';
import { ChangeKind } from './enums.js';

@InputType({ description: 'Tell of something that was changed.' })
class RecordChangeInput extends ChangeCommandInput {
  @Field(() => ID, {
    nullable: true,
    description: 'An id of your own making, `chg_` and a UUIDv7 in base 32; made if absent.',
  })
  @IsOptional()
  @IsTypeId('chg')
  change?: string | null;

  @Field(() => ExternalIdInput, {
    nullable: true,
    description: 'How your system knows it. The same id is recorded once.',
  })
  @IsOptional()
  @IsInput(() => ExternalIdInput)
  externalId?: ExternalIdInput | null;

  @Field(() => ChangeKind, { description: 'What sort of change it is.' })
  kind!: Kind;

  @Field({ description: 'What was changed, in one line of up to 200 characters.' })
  @IsLine(200)
  title!: string;

  @Field(() => DateTime, { description: 'When it began to act.' })
  startedAt!: string;
}

@ObjectType({ description: 'What came of recording a change.' })
class RecordChangePayload extends ChangePayload {}

@Resolver()
export class RecordChangeResolver {
  constructor(private readonly changes: ChangeService) {}

  @Requires('RESPONDER')
  @Mutation(() => RecordChangePayload, {
    description: 'Record a change. It is linked to the incidents whose impact began soon after it.',
  })
  async recordChange(@Input() input: RecordChangeInput, @Context() context: OperationContext) {
    const { kind: changeKind, title, startedAt, externalId } = input;
    const words = { ...wordsOf(input), title, startedAt, links: wordsOf(input).links ?? [] };
    const origin = externalId ? { system: externalId.system, id: externalId.id } : undefined;
    const command = { ...words, change: said(input.change), changeKind, origin };
    const recorded = await this.changes.record(command, { input, context });
    return { ...recorded, change: await this.changes.now(context, recorded.id) };
  }
}
