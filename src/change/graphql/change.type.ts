import { Field, Int, ObjectType, ResolveField, Resolver } from '@nestjs/graphql';
import { actorOf } from '../../kernel/actor-of.js';
import { Actor } from '../../platform/graphql/event.js';
import { Node } from '../../platform/graphql/node.js';
import { recordType } from '../../platform/graphql/payload-fields.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { origin } from '../domain/events.js';
import { link } from '../domain/words.js';
import type { ChangeView } from '../views/changes.query.js';
import { ChangeKind, ChangeStatus } from './enums.js';

const ChangeLink = recordType(link);
const ChangeOrigin = recordType(origin);

@ObjectType({
  description: 'Something that was changed outside of Bridgelog, as it is known now.',
  implements: () => [Node],
})
export class Change extends Node {
  @Field(() => Int, { description: 'Rises by one each time that it is revised.' })
  version!: number;

  @Field(() => ChangeKind, { description: 'What sort of change it is.' })
  kind!: string;

  @Field({ description: 'What was changed, in one line.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'The service that was changed.' })
  service!: string | null;

  @Field(() => String, { nullable: true, description: 'The version that it brought.' })
  release!: string | null;

  @Field(() => String, { nullable: true, description: 'Where it was changed, as `production`.' })
  environment!: string | null;

  @Field(() => String, { nullable: true, description: 'Who did it, as the other system has it.' })
  by!: string | null;

  @Field(() => [ChangeLink], { description: 'Where to read more.' })
  links!: readonly object[];

  @Field(() => DateTime, { description: 'When it began to act: it is a suspect by this time.' })
  startedAt!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was through, if that is known.' })
  finishedAt!: string | null;

  @Field(() => ChangeStatus, { nullable: true, description: 'How it ended, if that is known.' })
  status!: string | null;

  @Field(() => ChangeOrigin, { nullable: true, description: 'How another system knows it.' })
  origin!: object | null;
}

@Resolver(() => Change)
export class ChangeFieldsResolver {
  @ResolveField(() => Actor, { description: 'Who told of it first: a tool or a person.' })
  recordedBy({ recordedBy: id }: ChangeView) {
    return actorOf(id);
  }
}
