import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { choiceEnum } from '../../../platform/graphql/choice-enum.js';
import { Actor } from '../../../platform/graphql/event.js';
import { IsLine } from '../../../platform/graphql/input-rules.js';
import { DateTime } from '../../../platform/graphql/scalars.js';
import { referenceKind } from '../../domain/references/choices.js';
import { IncidentCommandInput } from '../command.js';

export const ReferenceKind = choiceEnum(referenceKind);

@InputType({ isAbstract: true })
export abstract class ExternalInput extends IncidentCommandInput {
  @Field({ description: 'The other system, as `slack` or `jira`. Upper case counts.' })
  @IsLine(80)
  system!: string;

  @Field({ description: 'The id of the thing in that system.' })
  @IsLine(200)
  externalId!: string;
}

@ObjectType({ description: 'Something in another system that belongs to an incident.' })
export class ExternalReference {
  @Field(() => ReferenceKind, { description: 'What it is.' })
  kind!: string;

  @Field({ description: 'The other system.' })
  system!: string;

  @Field({ description: 'Its id in that system.' })
  externalId!: string;

  @Field(() => String, { nullable: true, description: 'Where to open it.' })
  url!: string | null;

  @Field(() => String, { nullable: true, description: 'What people call it.' })
  caption!: string | null;

  @Field(() => Actor, { description: 'Who bound it, or changed last what is known of it.' })
  boundBy!: Actor;

  @Field(() => DateTime, { description: 'When that was.' })
  boundAt!: string;
}
