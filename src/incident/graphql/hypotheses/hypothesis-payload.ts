import { Field, ObjectType } from '@nestjs/graphql';
import type { OperationContext } from '../../../platform/graphql/context.js';
import { Recorded } from '../../../platform/graphql/recorded.js';
import type { HypothesesReads } from '../../reads/hypotheses.reads.js';
import type { IncidentRecorded } from '../../incident.service.js';
import { IncidentPayload } from '../command.js';
import { Hypothesis } from './hypothesis.type.js';

@ObjectType({ isAbstract: true, implements: () => [Recorded] })
export abstract class HypothesisPayload extends IncidentPayload {
  @Field(() => Hypothesis, {
    nullable: true,
    description: 'The hypothesis as it stands after the command; null if there is none.',
  })
  hypothesis!: Hypothesis | null;
}

/** Adds the hypothesis that was raised or spoken of; on a replay, the one of the first time. */
export const withHypothesis = async (
  recorded: IncidentRecorded,
  hypothesis: string,
  reads: HypothesesReads,
  context: OperationContext,
) => {
  const told = recorded.events.map(({ data }) =>
    'hypothesis' in data ? data.hypothesis : undefined,
  );
  return { ...recorded, hypothesis: await reads.now(context, told[0] ?? hypothesis) };
};
