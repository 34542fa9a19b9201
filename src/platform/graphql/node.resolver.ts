import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { OpenToGuests, Requires } from '../access/requires.js';
import type { OperationContext } from './context.js';
import { badUserInput } from './errors.js';
import { NodeLoaders } from './node-loaders.js';
import { Node } from './node.js';

const most = 200;

@Resolver()
export class NodeResolver {
  constructor(private readonly loaders: NodeLoaders) {}

  @OpenToGuests(true)
  @Requires('VIEWER')
  @Query(() => Node, {
    nullable: true,
    description: 'The thing with this id; null if it is unknown or hidden from you.',
  })
  async node(
    @Args('id', { type: () => ID, description: 'The id of the thing.' }) id: string,
    @Context() context: OperationContext,
  ) {
    const [node] = await this.loaders.load([id], context);
    return node ?? null;
  }

  @OpenToGuests(true)
  @Requires('VIEWER')
  @Query(() => [Node], {
    nullable: 'items',
    description: 'The things with these ids, in their order; null for each unknown or hidden one.',
  })
  nodes(
    @Args('ids', { type: () => [ID], description: 'Up to 200 ids.' }) ids: string[],
    @Context() context: OperationContext,
  ) {
    if (ids.length > most) throw badUserInput([{ path: ['ids'], message: `at most ${most} ids` }]);
    return this.loaders.load(ids, context);
  }
}
