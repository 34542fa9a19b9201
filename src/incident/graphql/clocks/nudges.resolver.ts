import {
  Args,
  Context,
  Field,
  ID,
  InputType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { OpenToGuests, Requires } from '../../../platform/access/requires.js';
import { connectionOf } from '../../../platform/graphql/connection.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { Event } from '../../../platform/graphql/event.js';
import { IsTypeId } from '../../../platform/graphql/input-rules.js';
import { ConnectionArgs, pageOf } from '../../../platform/graphql/page.js';
import type { Nudge as NudgeValue } from '../../domain/choices.js';
import type { NudgeStatus as Status } from '../../domain/clocks/choices.js';
import type { IncidentView } from '../../incident.view.js';
import { ClocksReads } from '../../reads/clocks.reads.js';
import { IncidentReads } from '../../reads/incident.reads.js';
import type { NudgeView } from '../../views/nudges.query.js';
import { Incident } from '../incident.type.js';
import { IncidentClock, Nudge, NudgeStatus, Reminder } from './clock.type.js';

const ReminderConnection = connectionOf(Reminder).Connection;

@InputType({ description: 'Which reminders to list. All that is given has to hold.' })
class RemindersWhere {
  @Field(() => [NudgeStatus], { nullable: true, description: 'In one of these states.' })
  @IsOptional()
  @ArrayMaxSize(10)
  states?: Status[] | null;

  @Field(() => [Nudge], { nullable: true, description: 'Of one of these.' })
  @IsOptional()
  @ArrayMaxSize(20)
  nudges?: NudgeValue[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this incident.' })
  @IsOptional()
  @IsTypeId('inc')
  incident?: string | null;
}

@Resolver(() => Reminder)
export class NudgesResolver {
  constructor(
    private readonly clocks: ClocksReads,
    private readonly incidents: IncidentReads,
  ) {}

  @OpenToGuests(true)
  @Requires('VIEWER')
  @Query(() => ReminderConnection, {
    description:
      'The reminders that were raised or put off, over all incidents: those whose clock was started last come first.',
  })
  nudges(
    @Args() page: ConnectionArgs,
    @Context() context: OperationContext,
    @Args('where', { type: () => RemindersWhere, nullable: true, description: 'All unless given.' })
    where?: RemindersWhere | null,
  ) {
    return this.clocks.list(context, where ?? {}, pageOf(page));
  }

  @ResolveField(() => Incident, { nullable: true, description: 'The incident.' })
  incident(@Parent() { incident }: NudgeView, @Context() context: OperationContext) {
    return this.incidents.byId(context, incident);
  }

  @ResolveField(() => Event, { nullable: true, description: 'The event with which it was over.' })
  clearedBy(@Parent() { clearedBy }: NudgeView, @Context() context: OperationContext) {
    return clearedBy === null ? null : this.incidents.event(context, clearedBy);
  }
}

@Resolver(() => Incident)
export class IncidentClocksResolver {
  constructor(private readonly reads: ClocksReads) {}

  @ResolveField(() => [IncidentClock], {
    description:
      'The clocks that run: those that have reminded first, then those that come next. Once the response is over, those of follow-ups alone.',
  })
  clocks(@Parent() incident: IncidentView, @Context() context: OperationContext) {
    return this.reads.of(context, incident);
  }
}
