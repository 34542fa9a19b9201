import { Field, ObjectType } from '@nestjs/graphql';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { Recorded } from '../../../platform/graphql/recorded.js';
import type { ChecksReads } from '../../reads/checks.reads.js';
import type { IncidentRecorded } from '../../incident.service.js';
import { IncidentPayload } from '../command.js';
import { Check } from './check.type.js';

@ObjectType({ isAbstract: true, implements: () => [Recorded] })
export abstract class CheckPayload extends IncidentPayload {
  @Field(() => Check, {
    nullable: true,
    description: 'The check as it stands after the command; null if there is none.',
  })
  check!: Check | null;

  @Field(() => Check, {
    nullable: true,
    description: 'The check to do next; null once all are completed or skipped.',
  })
  nextCheck!: Check | null;
}

/** Adds the check that the command named, and the one to do next. */
export const withCheck = async (
  recorded: IncidentRecorded,
  check: string,
  reads: ChecksReads,
  context: OperationContext,
) => {
  const { incident } = recorded;
  if (incident === null) return { ...recorded, check: null, nextCheck: null };
  const [named, nextCheck] = await Promise.all([
    reads.one(context, incident, check),
    reads.next(context, incident),
  ]);
  return { ...recorded, check: named, nextCheck };
};
