import { Field, ObjectType } from '@nestjs/graphql';
import { Cursor } from './scalars.js';

/** Also abstract classes: an interface of the schema can be the node of a connection. */
type NodeClass = { readonly name: string; readonly prototype: object };

@ObjectType({ description: 'Where a page of a list stands in the whole list.' })
export class PageInfo {
  @Field({ description: 'Whether there is more after this page.' })
  hasNextPage!: boolean;

  @Field({ description: 'Whether there is more before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => Cursor, { nullable: true, description: 'The cursor of the first edge.' })
  startCursor!: string | null;

  @Field(() => Cursor, { nullable: true, description: 'The cursor of the last edge.' })
  endCursor!: string | null;
}

export type Edge<T> = { readonly node: T; readonly cursor: string };
export type Connection<T> = {
  readonly edges: readonly Edge<T>[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
};

/** The classes `XConnection` and `XEdge` of the schema, for the class of X. */
export const connectionOf = (node: NodeClass, name = node.name) => {
  @ObjectType(`${name}Edge`, { description: `One entry of a list of ${name}, with its cursor.` })
  class EdgeOf {
    @Field(() => node, { description: 'The entry.' })
    node!: object;

    @Field(() => Cursor, { description: 'The place of the entry in the list.' })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class ConnectionOf {
    @Field(() => [EdgeOf], { description: 'The entries with their cursors.' })
    edges!: readonly EdgeOf[];

    @Field(() => [node], { description: 'The entries alone.' })
    nodes!: readonly object[];

    @Field(() => PageInfo, { description: 'Where the page stands.' })
    pageInfo!: PageInfo;
  }
  return { Edge: EdgeOf, Connection: ConnectionOf };
};
