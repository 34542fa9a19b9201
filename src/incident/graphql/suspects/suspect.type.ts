import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Change } from '../../../change/change.module.js';
import { choiceEnum } from '../../../platform/graphql/choice-enum.js';
import { Actor } from '../../../platform/graphql/event.js';
import { DateTime } from '../../../platform/graphql/scalars.js';
import { suspectStatus } from '../../domain/suspects/choices.js';

export const SuspectStatus = choiceEnum(suspectStatus);

@ObjectType({ description: 'A change that is linked to an incident, and what is thought of it.' })
export class Suspect {
  @Field(() => Change, { description: 'The change.' })
  change!: Change;

  @Field(() => SuspectStatus, { description: 'What is thought of it.' })
  status!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How long before the impact it began; negative: after it. Null: start not known.',
  })
  minutesBefore!: number | null;

  @Field(() => Actor, { description: 'Who linked it last: a person, a tool or the policy.' })
  linkedBy!: Actor;

  @Field(() => DateTime, { description: 'When it was linked last.' })
  linkedAt!: string;

  @Field(() => Actor, { nullable: true, description: 'Who judged or unlinked it; null: nobody.' })
  judgedBy!: Actor | null;

  @Field(() => DateTime, { nullable: true, description: 'When that was.' })
  judgedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was judged so, or unlinked.' })
  reason!: string | null;

  @Field(() => [ID], { description: 'The entries of the log that show it.' })
  evidence!: readonly string[];
}
