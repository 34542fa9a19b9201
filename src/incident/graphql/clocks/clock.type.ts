import { Field, ID, ObjectType } from '@nestjs/graphql';
import { choiceEnum } from '../../../platform/graphql/choice-enum.js';
import { Actor, Event } from '../../../platform/graphql/event.js';
import { DateTime } from '../../../platform/graphql/scalars.js';
import { nudge } from '../../domain/choices.js';
import { clockState, nudgeStatus } from '../../domain/clocks/choices.js';
import { Incident } from '../incident.type.js';

export const Nudge = choiceEnum(nudge);
export const NudgeStatus = choiceEnum(nudgeStatus);
const ClockState = choiceEnum(clockState);

const what = { description: 'What people are reminded of.' };
const which = {
  nullable: true,
  description:
    'Which one, where there can be several: an audience, or the id of an action or a follow-up.',
};
const cause = {
  description: 'The event that its clock was started by, as `evt_...`: it is raised once for each.',
};

@ObjectType({ description: 'A clock that runs: when its time has come, people are reminded.' })
export class IncidentClock {
  @Field(() => Nudge, what)
  nudge!: string;

  @Field(() => String, which)
  about!: string | null;

  @Field(() => ClockState, { description: 'How far it has come.' })
  state!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it began to count.' })
  since!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it reminds; null once it has.' })
  dueAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Until when it was put off.' })
  snoozedUntil!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it reminded last.' })
  raisedAt!: string | null;

  @Field(() => ID, cause)
  causedBy!: string;
}

@ObjectType({ description: 'A reminder that was raised or put off, and what became of it.' })
export class Reminder {
  @Field(() => Incident, { nullable: true, description: 'The incident.' })
  incident!: Incident | null;

  @Field(() => Nudge, what)
  nudge!: string;

  @Field(() => String, which)
  about!: string | null;

  @Field(() => NudgeStatus, { description: 'What became of it.' })
  state!: string;

  @Field(() => ID, cause)
  causedBy!: string;

  @Field(() => DateTime, { nullable: true, description: 'When people were reminded last.' })
  raisedAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Until when it is put off.' })
  snoozedUntil!: string | null;

  @Field(() => Actor, { nullable: true, description: 'Who put it off last.' })
  snoozedBy!: Actor | null;

  @Field(() => String, { nullable: true, description: 'Why it could wait, when last put off.' })
  reason!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was over.' })
  clearedAt!: string | null;

  @Field(() => Event, { nullable: true, description: 'The event with which it was over.' })
  clearedBy!: object | null;
}
