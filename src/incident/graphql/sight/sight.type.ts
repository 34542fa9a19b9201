import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Actor } from '../../../platform/graphql/event.js';
import { IsInput, IsProse, IsTypeId } from '../../../platform/graphql/input-rules.js';
import { DateTime } from '../../../platform/graphql/scalars.js';
import { IncidentCommandInput } from '../command.js';

@InputType({ isOneOf: true, description: 'Who is to see an incident, or no longer.' })
class ViewerInput {
  @Field(() => ID, { nullable: true, description: 'A member.' })
  @IsOptional()
  @IsTypeId('mem')
  member?: string | null;

  @Field(() => ID, { nullable: true, description: 'A tool.' })
  @IsOptional()
  @IsTypeId('int')
  integration?: string | null;
}

@InputType({ isAbstract: true })
export abstract class SightInput extends IncidentCommandInput {
  @Field(() => String, { nullable: true, description: 'Why.' })
  @IsOptional()
  @IsProse(2_000)
  reason?: string | null;
}

@InputType({ isAbstract: true })
export abstract class ViewerSightInput extends SightInput {
  @Field(() => ViewerInput, { description: 'Whom it concerns.' })
  @IsInput(() => ViewerInput)
  viewer!: ViewerInput;
}

/** By id. GraphQL has seen to it that exactly one is given. */
export const viewerIn = ({ viewer: { member, integration } }: ViewerSightInput): string =>
  member ?? integration ?? '';

@ObjectType({ description: 'That somebody was given sight of an incident.' })
export class SightGrant {
  @Field(() => Actor, { description: 'Who sees it.' })
  viewer!: Actor;

  @Field(() => DateTime, { description: 'Since when.' })
  since!: string;

  @Field(() => Actor, { description: 'Who gave it.' })
  by!: Actor;
}
