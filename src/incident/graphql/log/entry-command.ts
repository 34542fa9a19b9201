import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsTypeId } from '../../../platform/graphql/input-rules.js';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { Recorded } from '../../../platform/graphql/recorded.js';
import type { IncidentRecorded } from '../../incident.service.js';
import type { LogReads } from '../../reads/log.reads.js';
import { IncidentCommandInput, IncidentPayload } from '../command.js';
import { LogEntry } from './log-entry.type.js';

/** A command about one entry of the log. */
@InputType({ isAbstract: true })
export abstract class EntryCommandInput extends IncidentCommandInput {
  @Field(() => ID, { description: 'The entry: the id of any event of the incident, as `evt_...`.' })
  @IsTypeId('evt')
  entry!: string;
}

@ObjectType({ isAbstract: true, implements: () => [Recorded] })
export abstract class EntryPayload extends IncidentPayload {
  @Field(() => LogEntry, {
    nullable: true,
    description: 'The entry as it stands after the command; null if there is none.',
  })
  entry!: LogEntry | null;
}

/** Adds the entry of the incident that the command is about, if there is one. */
export const withEntry = async (
  recorded: IncidentRecorded,
  { incident, entry }: EntryCommandInput,
  log: LogReads,
  context: OperationContext,
) => {
  const found = await log.entryNow(context, entry);
  return { ...recorded, entry: found?.incident === incident ? found : null };
};
