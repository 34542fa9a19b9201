import { Field, ID, InterfaceType } from '@nestjs/graphql';

/** What can be found again by its id alone. */
@InterfaceType({ description: 'Something that can be found again by its id.' })
export abstract class Node {
  @Field(() => ID, { description: 'A TypeID: a prefix that tells the kind, and 26 characters.' })
  id!: string;
}
