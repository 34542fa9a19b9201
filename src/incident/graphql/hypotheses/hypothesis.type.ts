import { Field, ObjectType } from '@nestjs/graphql';
import { choiceEnum } from '../../../platform/graphql/choice-enum.js';
import { Actor } from '../../../platform/graphql/event.js';
import { Node } from '../../../platform/graphql/node.js';
import { DateTime } from '../../../platform/graphql/scalars.js';
import { hypothesisStatus } from '../../domain/hypotheses/choices.js';

export const HypothesisStatus = choiceEnum(hypothesisStatus);

@ObjectType({
  description: 'Something that may be the cause of an incident.',
  implements: () => [Node],
})
export class Hypothesis extends Node {
  @Field({ description: 'What the cause may be, in one line.' })
  statement!: string;

  @Field(() => HypothesisStatus, { description: 'How it stands.' })
  status!: string;

  @Field(() => Actor, { description: 'Who raised it.' })
  raisedBy!: Actor;

  @Field(() => DateTime, { description: 'When it was raised.' })
  raisedAt!: string;
}
