import { Context, Field, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional, Max, Min } from 'class-validator';
import { Requires } from '../../../platform/access/requires.js';
import { Input, said } from '../../../platform/graphql/command-input.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsLine, IsProse } from '../../../platform/graphql/input-rules.js';
import { DateTime } from '../../../platform/graphql/scalars.js';
import type { Nudge as NudgeValue } from '../../domain/choices.js';
import { clockName } from '../../domain/clocks/clock.js';
import { snoozeNudge } from '../../domain/clocks/snooze-nudge.js';
import { clockFacts } from '../../facts/clock.facts.js';
import { IncidentService } from '../../incident.service.js';
import { IncidentCommandInput, IncidentPayload } from '../command.js';
import { Nudge } from './clock.type.js';

@InputType({ description: 'Put a reminder off: give either a time or minutes from now.' })
class SnoozeNudgeInput extends IncidentCommandInput {
  @Field(() => Nudge, { description: 'Which reminder.' })
  nudge!: NudgeValue;

  @Field(() => String, {
    nullable: true,
    description:
      'Which one, where there can be several: an audience, or the id of an action or a follow-up.',
  })
  @IsOptional()
  @IsLine(60)
  about?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until then: at most a day from now, or from when it would come.',
  })
  @IsOptional()
  until?: string | null;

  @Field(() => Int, { nullable: true, description: 'For so many minutes from now: 1 to 1,440.' })
  @IsOptional()
  @Min(1)
  @Max(1_440)
  minutes?: number | null;

  @Field({ description: 'Why it can wait. It is put on the record.' })
  @IsProse(2_000)
  reason!: string;
}

@ObjectType({ description: 'What came of putting a reminder off.' })
class SnoozeNudgePayload extends IncidentPayload {}

@Resolver()
export class SnoozeNudgeResolver {
  constructor(private readonly incidents: IncidentService) {}

  @Requires('RESPONDER')
  @Mutation(() => SnoozeNudgePayload, {
    description:
      'Put off a reminder that was raised, or that is still to come. It comes then, unless what it asks for was done.',
  })
  snoozeNudge(@Input() input: SnoozeNudgeInput, @Context() context: OperationContext) {
    const { incident, nudge, reason } = input;
    const about = said(input.about);
    const [until, minutes] = [said(input.until), said(input.minutes)];
    const command = { nudge, about, until, minutes, reason };
    const facts = clockFacts(clockName({ nudge, about }));
    const ruling = { incident, rule: snoozeNudge, command, facts };
    return this.incidents.command(ruling, { input, context });
  }
}
