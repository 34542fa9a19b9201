import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { IsLine, IsProse, IsTypeId } from '../../../platform/graphql/input-rules.js';
import type { ActionIntent as Intent, ActionKind as Kind } from '../../domain/choices.js';
import { IncidentCommandInput } from '../command.js';
import { ActionIntent, ActionKind } from '../enums.js';

/** What is to be done: of proposals and starts alike. */
@InputType({ isAbstract: true })
export abstract class WorkInput extends IncidentCommandInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'An id of your own making, `act_` and a UUIDv7 in base 32, or that of the proposal; made if absent.',
  })
  @IsOptional()
  @IsTypeId('act')
  action?: string | null;

  @Field({
    description:
      'What will be worked on: up to six names with `/` between, as `flag/cart`, or an alias.',
  })
  @IsLine(300)
  target!: string;

  @Field(() => ActionKind, { description: 'What will be done to it.' })
  kind!: Kind;

  @Field(() => ActionIntent, { description: 'What for. CONTAIN and FIX claim the target.' })
  intent!: Intent;

  @Field(() => String, { nullable: true, description: 'What exactly will be done.' })
  @IsOptional()
  @IsProse(2_000)
  remark?: string | null;
}

/** A command on an action that was proposed or started. */
@InputType({ isAbstract: true })
export abstract class ActionCommandInput extends IncidentCommandInput {
  @Field(() => ID, { description: 'The action, as `act_...`.' })
  @IsTypeId('act')
  action!: string;
}
