import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, Min } from 'class-validator';
import { CommandInput } from '../../platform/graphql/command-input.js';
import { IsProse, IsTypeId } from '../../platform/graphql/input-rules.js';
import { Recorded } from '../../platform/graphql/recorded.js';
import { Incident } from './incident.type.js';

/** A command on an incident that was declared. */
@InputType({ isAbstract: true })
export abstract class IncidentCommandInput extends CommandInput {
  @Field(() => ID, { description: 'The incident, as `inc_...`.' })
  @IsTypeId('inc')
  incident!: string;
}

/** A command that only the commander gives, or others in the commander's term. */
@InputType({ isAbstract: true })
export abstract class DirectiveInput extends IncidentCommandInput {
  @Field(() => Int, {
    nullable: true,
    description: 'The term of command in which it was directed. The commander may leave it out.',
  })
  @IsOptional()
  @Min(1)
  term?: number | null;

  @Field(() => String, { nullable: true, description: 'What else there is to say.' })
  @IsOptional()
  @IsProse(2_000)
  remark?: string | null;
}

@ObjectType({ isAbstract: true, implements: () => [Recorded] })
export abstract class IncidentPayload extends Recorded {
  @Field(() => Incident, {
    nullable: true,
    description: 'The incident as it stands after the command; null if there is none.',
  })
  incident!: Incident | null;
}
