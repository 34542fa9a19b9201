import { Field, ID, ObjectType } from '@nestjs/graphql';
import { choiceEnum } from '../../../platform/graphql/choice-enum.js';
import { Actor } from '../../../platform/graphql/event.js';
import { recordType } from '../../../platform/graphql/payload-fields.js';
import { DateTime } from '../../../platform/graphql/scalars.js';
import { checkStatus, checkVerdict } from '../../domain/checks/choices.js';
import { lookAtItem } from '../../../playbook/domain/fields.js';

export const CheckStatus = choiceEnum(checkStatus);
export const CheckVerdict = choiceEnum(checkVerdict);
const LookAt = recordType(lookAtItem);

@ObjectType({ description: 'Something to be checked in an incident, and what it came to.' })
export class Check {
  @Field({ description: 'Its key in the incident, as `database`: commands name it.' })
  check!: string;

  @Field({ description: 'What is checked, in a few words.' })
  title!: string;

  @Field(() => [LookAt], { description: 'What to look at, and what bad looks like.' })
  lookAt!: object[];

  @Field(() => CheckStatus, { description: 'How far it has come, and what it came to.' })
  status!: string;

  @Field(() => Actor, { nullable: true, description: 'Who started it; null: nobody said so.' })
  startedBy!: Actor | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was started.' })
  startedAt!: string | null;

  @Field(() => Actor, {
    nullable: true,
    description: 'Who completed, revised or skipped it last; null while it is to be done.',
  })
  endedBy!: Actor | null;

  @Field(() => DateTime, { nullable: true, description: 'When that was.' })
  endedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'What was seen when it was completed.' })
  summary!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was skipped, or its verdict revised.',
  })
  reason!: string | null;

  @Field(() => [ID], { description: 'The entries of the log that show what it came to.' })
  evidence!: string[];
}
