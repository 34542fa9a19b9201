import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { choiceEnum } from '../../../platform/graphql/choice-enum.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { Actor } from '../../../platform/graphql/event.js';
import { IsTypeId } from '../../../platform/graphql/input-rules.js';
import { Node } from '../../../platform/graphql/node.js';
import { Recorded } from '../../../platform/graphql/recorded.js';
import { DateTime } from '../../../platform/graphql/scalars.js';
import { findingKind } from '../../domain/review/choices.js';
import type { IncidentRecorded } from '../../incident.service.js';
import type { ReviewsReads } from '../../reads/reviews.reads.js';
import { IncidentCommandInput, IncidentPayload } from '../command.js';

export const FindingKind = choiceEnum(findingKind);

@ObjectType({ description: 'Something learned from an incident.', implements: () => [Node] })
export class Finding extends Node {
  @Field(() => FindingKind, { description: 'What it is about.' })
  kind!: string;

  @Field({ description: 'What was found, as it was put last.' })
  text!: string;

  @Field(() => [ID], { description: 'The entries of the log that show it.' })
  evidence!: readonly string[];

  @Field(() => Actor, { description: 'Who recorded it.' })
  recordedBy!: Actor;

  @Field(() => DateTime, { description: 'When.' })
  recordedAt!: string;

  @Field(() => Actor, { nullable: true, description: 'Who revised it last, if anybody has.' })
  revisedBy!: Actor | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was revised last.' })
  revisedAt!: string | null;

  @Field(() => Actor, { nullable: true, description: 'Who withdrew it; null: it stands.' })
  withdrawnBy!: Actor | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was withdrawn.' })
  withdrawnAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was withdrawn.' })
  withdrawalReason!: string | null;
}

/** A command on a finding that was recorded. */
@InputType({ isAbstract: true })
export abstract class FindingInput extends IncidentCommandInput {
  @Field(() => ID, { description: 'The finding, as `fnd_...`.' })
  @IsTypeId('fnd')
  finding!: string;
}

@ObjectType({ isAbstract: true, implements: () => [Recorded] })
export abstract class FindingPayload extends IncidentPayload {
  @Field(() => Finding, {
    nullable: true,
    description: 'The finding as it stands after the command; null if there is none.',
  })
  finding!: Finding | null;
}

/** Adds the finding that the command was about; on a replay, the one of the first time. */
export const withFinding = async (
  recorded: IncidentRecorded,
  finding: string,
  reads: ReviewsReads,
  context: OperationContext,
) => {
  const told = recorded.events.map(({ data }) => ('finding' in data ? data.finding : undefined));
  return { ...recorded, finding: await reads.finding(context, told[0] ?? finding) };
};
