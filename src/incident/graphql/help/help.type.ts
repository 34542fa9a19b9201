import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { choiceEnum } from '../../../platform/graphql/choice-enum.js';
import { Actor } from '../../../platform/graphql/event.js';
import { IsTypeId } from '../../../platform/graphql/input-rules.js';
import { Node } from '../../../platform/graphql/node.js';
import { Recorded } from '../../../platform/graphql/recorded.js';
import { DateTime } from '../../../platform/graphql/scalars.js';
import { helpState } from '../../domain/help/choices.js';
import { IncidentCommandInput, IncidentPayload } from '../command.js';

export const HelpState = choiceEnum(helpState);

@ObjectType({
  description: 'A request for help, from when it was asked for to its release.',
  implements: () => [Node],
})
export class Help extends Node {
  @Field(() => HelpState, { description: 'How far it has come.' })
  state!: string;

  @Field({ description: 'What is needed.' })
  need!: string;

  @Field(() => String, { nullable: true, description: 'The skill or team that is looked for.' })
  skill!: string | null;

  @Field(() => Actor, { description: 'Who asked.' })
  requestedBy!: Actor;

  @Field(() => DateTime, { description: 'When.' })
  requestedAt!: string;

  @Field(() => Actor, { nullable: true, description: 'The member who helps, if one does.' })
  helper!: Actor | null;

  @Field(() => String, { nullable: true, description: 'Who helps, if it is somebody outside.' })
  party!: string | null;

  @Field(() => String, { nullable: true, description: 'How to reach the party.' })
  contact!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When somebody was engaged.' })
  engagedAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was over, or withdrawn.' })
  releasedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'What came of it.' })
  remark!: string | null;
}

/** A command on a request that was made. */
@InputType({ isAbstract: true })
export abstract class HelpInput extends IncidentCommandInput {
  @Field(() => ID, { description: 'The request, as `hlp_...`.' })
  @IsTypeId('hlp')
  help!: string;
}

@ObjectType({ isAbstract: true, implements: () => [Recorded] })
export abstract class HelpPayload extends IncidentPayload {
  @Field(() => Help, {
    nullable: true,
    description: 'The request as it stands after the command; null if there is none.',
  })
  help!: Help | null;
}
