import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { GraphQLSchema } from 'graphql';
import type { EventTypes } from './event-types.js';
import type { NodeLoaders } from './node-loaders.js';
import type { ErrorFormatter } from './error-formatter.js';
import { noticeClasses } from './notice.js';
import { withRecordBatch } from './record-batch.js';
import { Recorded } from './recorded.js';
import { refusalClasses } from './refusal.js';

type SchemaParts = {
  readonly events: EventTypes;
  readonly nodes: NodeLoaders;
  readonly formatter: ErrorFormatter;
  /** The path to write the schema to; undefined keeps it in memory. */
  readonly schemaFile: string | undefined;
};

/** How the schema is made from the decorated classes and the events. */
export const schemaOptions = ({
  events,
  nodes,
  formatter,
  schemaFile,
}: SchemaParts): Partial<ApolloDriverConfig> => ({
  autoSchemaFile: schemaFile ?? true,
  sortSchema: true,
  resolvers: events.resolvers,
  transformSchema: (schema: GraphQLSchema) => {
    const whole = withRecordBatch(schema, formatter);
    nodes.bind(whole);
    return whole;
  },
  buildSchemaOptions: {
    orphanedTypes: [...events.classes, ...refusalClasses(), ...noticeClasses(), Recorded],
  },
});
