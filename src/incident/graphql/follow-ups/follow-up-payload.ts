import { Field, ObjectType } from '@nestjs/graphql';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { Recorded } from '../../../platform/graphql/recorded.js';
import type { IncidentRecorded } from '../../incident.service.js';
import type { FollowUpsReads } from '../../reads/follow-ups.reads.js';
import { IncidentPayload } from '../command.js';
import { FollowUp } from './follow-up.type.js';

@ObjectType({ isAbstract: true, implements: () => [Recorded] })
export abstract class FollowUpPayload extends IncidentPayload {
  @Field(() => FollowUp, {
    nullable: true,
    description: 'The follow-up as it stands after the command; null if there is none.',
  })
  followUp!: FollowUp | null;
}

/** Adds the follow-up that the command was about; on a replay, the one of the first time. */
export const withFollowUp = async (
  recorded: IncidentRecorded,
  followUp: string,
  reads: FollowUpsReads,
  context: OperationContext,
) => {
  const told = recorded.events.map(({ data }) => ('followUp' in data ? data.followUp : undefined));
  return { ...recorded, followUp: await reads.byId(context, told[0] ?? followUp) };
};
