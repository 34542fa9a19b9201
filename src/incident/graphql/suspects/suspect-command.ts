import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { IsProse, IsTypeId } from '../../../platform/graphql/input-rules.js';
import { Recorded } from '../../../platform/graphql/recorded.js';
import type { IncidentRecorded } from '../../incident.service.js';
import type { SuspectsReads } from '../../reads/suspects.reads.js';
import { IncidentCommandInput, IncidentPayload } from '../command.js';
import { Suspect } from './suspect.type.js';

/** A command on one change in one incident. */
@InputType({ isAbstract: true })
export abstract class SuspectInput extends IncidentCommandInput {
  @Field(() => ID, { description: 'The change, as `chg_...`.' })
  @IsTypeId('chg')
  change!: string;
}

/** A finding about a linked change. */
@InputType({ isAbstract: true })
export abstract class JudgementInput extends SuspectInput {
  @Field({ description: 'Why you think so.' })
  @IsProse(2_000)
  reason!: string;

  @Field(() => [ID], { nullable: true, description: 'The entries of the log that show it.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @IsTypeId('evt', { each: true })
  evidence?: string[] | null;
}

@ObjectType({ isAbstract: true, implements: () => [Recorded] })
export abstract class SuspectPayload extends IncidentPayload {
  @Field(() => Suspect, {
    nullable: true,
    description: 'The change in this incident after the command; null if it was never linked.',
  })
  suspect!: Suspect | null;
}

/** Adds what the command was about. */
export const withSuspect = async (
  recorded: IncidentRecorded,
  { incident, change }: SuspectInput,
  reads: SuspectsReads,
  context: OperationContext,
) => ({ ...recorded, suspect: await reads.now(context, incident, change) });
