import { Field, ObjectType } from '@nestjs/graphql';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { Recorded } from '../../../platform/graphql/recorded.js';
import type { IncidentReads } from '../../reads/incident.reads.js';
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

/** The action that a command was about; on a replay, the one of the first time. */
export const actionOf = ({ events }: IncidentRecorded, action: string): string =>
  events.flatMap(({ data }) => ('action' in data ? data.action : []))[0] ?? action;

/** Adds the action that the command was about. */
export const withAction = async (
  recorded: IncidentRecorded,
  action: string,
  reads: IncidentReads,
  context: OperationContext,
) => ({ ...recorded, action: await reads.actionNow(context, actionOf(recorded, action)) });
