import { Injectable } from '@nestjs/common';
import type { GraphQLSchema } from 'graphql';
import { isInterfaceType } from 'graphql';
import type { OperationContext } from './context.js';

type Found = { readonly id: string };

export type NodeLoader = {
  /** The name of the GraphQL type of what is loaded. */
  readonly typeOf: (node: never) => string;
  /** What the viewer may see of these ids, by id. What is unknown or hidden is left out. */
  load(ids: readonly string[], context: OperationContext): Promise<ReadonlyMap<string, Found>>;
};

/** Who loads the nodes whose id has a prefix. A feature registers its own when it starts. */
@Injectable()
export class NodeLoaders {
  private readonly byPrefix = new Map<string, NodeLoader>();

  register(prefix: string, loader: NodeLoader): void {
    if (this.byPrefix.has(prefix)) throw new Error(`Two node loaders for the prefix ${prefix}`);
    this.byPrefix.set(prefix, loader);
  }

  /** In the order of the ids; null for what is unknown, hidden, or no id at all. */
  async load(ids: readonly string[], context: OperationContext): Promise<(Found | null)[]> {
    const groups = Object.groupBy(new Set(ids), prefixOf);
    const found = await Promise.all(
      Object.entries(groups).map(async ([prefix, members = []]) =>
        this.byPrefix.get(prefix)?.load(members, context),
      ),
    );
    return ids.map((id) => found.map((nodes) => nodes?.get(id)).find(Boolean) ?? null);
  }

  /** Teaches the interface Node of a schema which type a loaded node is. */
  bind(schema: GraphQLSchema): void {
    const node = schema.getType('Node');
    if (!isInterfaceType(node)) return;
    node.resolveType = (found: Found) =>
      this.byPrefix.get(prefixOf(found.id))?.typeOf(found as never);
  }
}

const prefixOf = (id: string): string => id.slice(0, Math.max(0, id.lastIndexOf('_')));
