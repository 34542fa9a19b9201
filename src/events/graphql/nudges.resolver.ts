import {
  Args,
  Context,
  Field,
  ID,
  InputType,
  ObjectType,
  Resolver,
  Subscription,
} from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import type { incidentEvents } from '../../incident/domain/events.js';
import type { StoredEvent } from '../../kernel/event.js';
import { OpenToGuests, Requires } from '../../platform/access/requires.js';
import type { OperationContext } from '../../platform/graphql/context.js';
import { choiceEnum } from '../../platform/graphql/choice-enum.js';
import { IsTypeId } from '../../platform/graphql/input-rules.js';
import { Cursor } from '../../platform/graphql/scalars.js';
import { nudge, type Nudge as NudgeValue } from '../../playbook/domain/choices.js';
import { EventsService, type SentFrame } from '../events.service.js';
import { Frame } from './frame.type.js';

const Nudge = choiceEnum(nudge);
const types: readonly (keyof typeof incidentEvents)[] = [
  'NudgeRaised',
  'NudgeSnoozed',
  'NudgeCleared',
];

@ObjectType({
  description: 'One message of the stream of reminders: one was raised, put off, or is over.',
})
class NudgeFrame extends Frame {}

@InputType({ description: 'Which reminders to stream. All that is given has to hold.' })
class NudgesWhere {
  @Field(() => ID, { nullable: true, description: 'Only those of this incident.' })
  @IsOptional()
  @IsTypeId('inc')
  incident?: string | null;

  @Field(() => [Nudge], { nullable: true, description: 'Only these.' })
  @IsOptional()
  @ArrayMaxSize(20)
  nudges?: NudgeValue[] | null;
}

@Resolver()
export class NudgesResolver {
  constructor(private readonly stream: EventsService) {}

  @OpenToGuests(true)
  @Requires('VIEWER')
  @Subscription(() => NudgeFrame, {
    resolve: (frame: SentFrame) => frame,
    description:
      'What becomes of reminders, in order of position, as `events` gives it: resume after a cursor, or begin now.',
  })
  nudges(
    @Context() { viewer, signal }: OperationContext,
    @Args('after', { type: () => Cursor, nullable: true, description: 'Resume after this cursor.' })
    after?: string | null,
    @Args('where', { type: () => NudgesWhere, nullable: true, description: 'All unless given.' })
    where?: NudgesWhere | null,
  ) {
    const wanted = {
      after: after ?? undefined,
      incident: where?.incident ?? undefined,
      only: (event: StoredEvent) => isOf(event, where?.nudges ?? undefined),
    };
    return this.stream.subscribe(viewer, wanted, signal);
  }
}

const isOf = ({ type, data }: StoredEvent, nudges: readonly string[] | undefined): boolean =>
  types.some((one) => one === type) &&
  (nudges === undefined || nudges.includes(String(data['nudge'])));
