import { Field, ObjectType } from '@nestjs/graphql';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { Recorded } from '../../../platform/graphql/recorded.js';
import type { IncidentReads } from '../../incident.reads.js';
import type { IncidentRecorded } from '../../incident.service.js';
import { Action } from './action.type.js';
import { IncidentPayload } from '../command.js';

@ObjectType({ isAbstract: true, implements: () => [Recorded] })
export abstract class ActionPayload extends IncidentPayload {
  @Field(() => Action, {
    nullable: true,
    description: 'The action as it stands after the command; null if there is none.',
  })
  action!: Action | null;
}

/** Adds the action that was started or finished; on a replay, the one of the first time. */
export const withAction = async (
  recorded: IncidentRecorded,
  action: string,
  reads: IncidentReads,
  context: OperationContext,
) => {
  const told = recorded.events.map(({ data }) => ('action' in data ? data.action : undefined));
  return { ...recorded, action: await reads.actionNow(context, told[0] ?? action) };
};
