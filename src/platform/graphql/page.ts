import { ArgsType, Field, Int } from '@nestjs/graphql';
import type { Connection } from './connection.js';
import type { BadField } from './errors.js';
import { badUserInput } from './errors.js';
import { Cursor } from './scalars.js';

const usualSize = 25;
const largestSize = 200;

/** The arguments of every list: forward by `first` and `after`, or backward by `last` and `before`. */
@ArgsType()
export class ConnectionArgs {
  @Field(() => Int, { nullable: true, description: 'How many from the start: 25 unless given.' })
  first?: number | null;

  @Field(() => Cursor, { nullable: true, description: 'Only what comes after this cursor.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many from the end; at most 200.' })
  last?: number | null;

  @Field(() => Cursor, { nullable: true, description: 'Only what comes before this cursor.' })
  before?: string | null;
}

/** Which page is asked for. Fetch `limit + 1` rows: the one too many tells that there are more. */
export type Page = {
  readonly limit: number;
  /** Fetch in reverse order, from the end of the list. */
  readonly backward: boolean;
  /** Start beyond it; decode it with `cursorPath` as the path. */
  readonly cursor: string | undefined;
  readonly cursorPath: readonly string[];
};

/** Throws BAD_USER_INPUT for sizes out of bounds, and for both directions at once. */
export const pageOf = (args: ConnectionArgs): Page => {
  const { first, after, last, before } = args;
  const problems = [
    ...outOfBounds('first', first),
    ...outOfBounds('last', last),
    ...excluded('last', last, 'first', first),
    ...excluded('before', before, 'first', first),
    ...excluded('after', after, 'last', last),
    ...excluded('before', before, 'after', after),
  ];
  if (problems.length > 0) throw badUserInput(problems);
  const backward = (last ?? undefined) !== undefined || (before ?? undefined) !== undefined;
  return {
    limit: last ?? first ?? usualSize,
    backward,
    cursor: before ?? after ?? undefined,
    cursorPath: [backward ? 'before' : 'after'],
  };
};

const outOfBounds = (name: string, size: number | null | undefined): BadField[] =>
  (size ?? 0) >= 0 && (size ?? 0) <= largestSize
    ? []
    : [{ path: [name], message: `must be from 0 to ${largestSize}` }];

const excluded = (name: string, value: unknown, by: string, other: unknown): BadField[] =>
  (value ?? undefined) === undefined || (other ?? undefined) === undefined
    ? []
    : [{ path: [name], message: `cannot be used together with ${by}` }];

/** The connection of the (at most `limit + 1`) rows that were fetched for a page. */
export const connectionFrom = <R>(
  rows: readonly R[],
  page: Page,
  cursorOf: (row: R) => string,
): Connection<R> => {
  const hasMore = rows.length > page.limit;
  const kept = rows.slice(0, page.limit);
  const nodes = page.backward ? kept.reverse() : kept;
  const edges = nodes.map((node) => ({ node, cursor: cursorOf(node) }));
  const beyond = page.cursor !== undefined;
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: page.backward ? beyond : hasMore,
      hasPreviousPage: page.backward ? hasMore : beyond,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
};
