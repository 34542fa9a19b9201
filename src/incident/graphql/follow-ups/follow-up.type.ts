import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { choiceEnum } from '../../../platform/graphql/choice-enum.js';
import { Actor } from '../../../platform/graphql/event.js';
import { Node } from '../../../platform/graphql/node.js';
import { IsTypeId } from '../../../platform/graphql/input-rules.js';
import { recordType } from '../../../platform/graphql/payload-fields.js';
import { DateTime } from '../../../platform/graphql/scalars.js';
import * as choices from '../../domain/follow-ups/choices.js';
import { ticket } from '../../domain/follow-ups/events.js';
import { IncidentCommandInput } from '../command.js';

export const FollowUpKind = choiceEnum(choices.followUpKind);
export const FollowUpState = choiceEnum(choices.followUpState);
export const FollowUpOutcome = choiceEnum(choices.followUpOutcome);
export const FollowUpPart = choiceEnum(choices.followUpPart);
const Ticket = recordType(ticket);

@ObjectType({
  description: 'Something that is to be done because of an incident, also after it.',
  implements: () => [Node],
})
export class FollowUp extends Node {
  @Field(() => FollowUpState, { description: 'Whether it is done.' })
  state!: string;

  @Field({ description: 'Whether it is open, and should be done by now.' })
  isOverdue!: boolean;

  @Field({ description: 'What is to be done, in one line.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'The same in more words.' })
  description!: string | null;

  @Field(() => FollowUpKind, { description: 'What it is meant to achieve.' })
  kind!: string;

  @Field(() => Actor, { nullable: true, description: 'The member who sees to it, if one does.' })
  owner!: Actor | null;

  @Field(() => String, { nullable: true, description: 'The team that sees to it, if one does.' })
  team!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it should be done.' })
  dueAt!: string | null;

  @Field(() => Ticket, { nullable: true, description: 'What another system keeps of it.' })
  ticket!: object | null;

  @Field(() => Actor, { description: 'Who added it.' })
  addedBy!: Actor;

  @Field(() => DateTime, { description: 'When.' })
  addedAt!: string;

  @Field(() => Actor, { nullable: true, description: 'Who completed it; null while it is open.' })
  completedBy!: Actor | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was completed.' })
  completedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'What was done, or why it will not be.' })
  remark!: string | null;

  @Field(() => String, { nullable: true, description: 'What shows that it was done.' })
  url!: string | null;

  @Field(() => [ID], { description: 'The entries of the log that show it.' })
  evidence!: readonly string[];
}

/** A command on a follow-up that was added. */
@InputType({ isAbstract: true })
export abstract class FollowUpInput extends IncidentCommandInput {
  @Field(() => ID, { description: 'The follow-up, as `fol_...`.' })
  @IsTypeId('fol')
  followUp!: string;
}
