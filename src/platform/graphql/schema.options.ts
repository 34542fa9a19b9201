import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { GraphQLSchema } from 'graphql';
import type { EventTypes } from './event-types.js';
import type { NodeLoaders } from './node-loaders.js';
import { noticeClasses } from './notice.js';
import { Recorded } from './recorded.js';
import { refusalClasses } from './refusal.js';

/** How the schema is made from the decorated classes and the events. */
export const schemaOptions = (
  events: EventTypes,
  nodes: NodeLoaders,
  /** The path to write the schema to; undefined keeps it in memory. */
  schemaFile: string | undefined,
): Partial<ApolloDriverConfig> => ({
  autoSchemaFile: schemaFile ?? true,
  sortSchema: true,
  resolvers: events.resolvers,
  transformSchema: (schema: GraphQLSchema) => {
    nodes.bind(schema);
    return schema;
  },
  buildSchemaOptions: {
    orphanedTypes: [...events.classes, ...refusalClasses(), ...noticeClasses(), Recorded],
  },
});
