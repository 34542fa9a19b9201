import { Field, ObjectType } from '@nestjs/graphql';
import { Node } from '../../platform/graphql/node.js';
import { DateTime } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'A tool that acts on its own account.', implements: () => [Node] })
export class Integration extends Node {
  @Field({ description: 'What the tool is called.' })
  name!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was removed: null while it is known.',
  })
  removedAt!: string | null;
}
