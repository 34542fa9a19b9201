import type { ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { FastifyRequest } from 'fastify';
import type { ErrorFormatter } from './error-formatter.js';
import { graphqlPath } from './http-route.js';
import { limitRules, parseOptions } from './limits.js';
import type { OperationContexts } from './operation-contexts.js';
import { operationPlugin } from './operation.plugin.js';

/**
 * How Apollo answers over HTTP. Its subscriptions stay off: that path would skip the formatter,
 * the limits and the check of the origin. Errors of resolvers are answered with status 200, as
 * clients expect of a response with `data`; those of the request with 4xx.
 */
export const httpOptions = (
  contexts: OperationContexts,
  formatter: ErrorFormatter,
): Omit<ApolloDriverConfig, 'driver'> => ({
  path: graphqlPath,
  context: (request: FastifyRequest) => contexts.ofRequest(request.headers),
  formatError: (_formatted, error) => formatter.format(error),
  autoTransformHttpErrors: false,
  includeStacktraceInErrorResponses: false,
  introspection: true,
  graphiql: false,
  csrfPrevention: true,
  allowBatchedHttpRequests: false,
  persistedQueries: false,
  parseOptions,
  validationRules: [...limitRules],
  plugins: [operationPlugin(formatter) as ApolloServerPlugin, ...switchedOff()],
});

/** Cache control costs a third of the CPU of a list; the others would report to Apollo. */
const switchedOff = (): ApolloServerPlugin[] => [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];
