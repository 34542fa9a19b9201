import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { choiceEnum } from '../../../platform/graphql/choice-enum.js';
import { connectionOf } from '../../../platform/graphql/connection.js';
import { Actor, Event } from '../../../platform/graphql/event.js';
import { DateTime } from '../../../platform/graphql/scalars.js';
import type { Guardrail as GuardrailName, Mode } from '../../domain/choices.js';
import { deviationKind, type DeviationKind as Kind } from '../../domain/guardrails/choices.js';
import { IncidentMode } from '../enums.js';
import { Incident } from '../incident.type.js';
import { Guardrail } from './enums.js';

export const DeviationKind = choiceEnum(deviationKind);

@ObjectType({
  description:
    'A guardrail that a command has met. Of the same by one person, without a reason, one of each kind in five minutes.',
})
export class Deviation {
  @Field(() => Guardrail, { description: 'The guardrail.' })
  guardrail!: string;

  @Field(() => String, { nullable: true, description: 'What it is about, as a target or a check.' })
  subject!: string | null;

  @Field(() => DeviationKind, { description: 'What came of it.' })
  kind!: string;

  @Field(() => String, { nullable: true, description: 'Why it was right to go on; of overrides.' })
  reason!: string | null;

  @Field(() => Actor, { description: 'Who gave the command.' })
  by!: Actor;

  @Field(() => DateTime, { description: 'When it happened.' })
  at!: string;

  @Field(() => Event, { nullable: true, description: 'The event that it is on the record by.' })
  event!: Event | null;

  @Field(() => Incident, { nullable: true, description: 'The incident.' })
  incident!: Incident | null;
}

export const DeviationConnection = connectionOf(Deviation).Connection;

@ObjectType({ description: 'How often a guardrail was met.' })
export class GuardrailCount {
  @Field(() => Guardrail, { description: 'The guardrail.' })
  guardrail!: string;

  @Field(() => Int, { description: 'Commands that were done, and put on the record.' })
  noted!: number;

  @Field(() => Int, { description: 'Commands that were refused.' })
  blocked!: number;

  @Field(() => Int, { description: 'Commands that were done, since a reason was given.' })
  overridden!: number;

  @Field(() => Int, { description: 'The incidents in which it was met.' })
  incidents!: number;
}

@InputType({ description: 'Which deviations to list or count. All that is given has to hold.' })
export class DeviationWhere {
  @Field(() => [Guardrail], { nullable: true, description: 'From one of these guardrails.' })
  @IsOptional()
  @ArrayMaxSize(20)
  guardrail?: GuardrailName[] | null;

  @Field(() => [DeviationKind], { nullable: true, description: 'Of one of these kinds.' })
  @IsOptional()
  @ArrayMaxSize(10)
  kind?: Kind[] | null;

  @Field(() => [IncidentMode], {
    nullable: true,
    description: 'In incidents of one of these modes; REAL unless given.',
  })
  @IsOptional()
  @ArrayMaxSize(10)
  mode?: Mode[] | null;

  @Field(() => DateTime, { nullable: true, description: 'That happened then or later.' })
  from?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'That happened before.' })
  until?: string | null;
}
