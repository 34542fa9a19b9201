import type { FastifyError, FastifyInstance } from 'fastify';
import type { ErrorFormatter } from './error-formatter.js';
import { badRequest } from './errors.js';

export const graphqlPath = '/graphql';
const largestBody = 1024 * 1024;

/**
 * Bounds the bodies of the GraphQL route, and answers what Fastify refuses there (too large, no
 * JSON) as a GraphQL error. To be called before the route is added.
 */
export const guardRoute = (server: FastifyInstance, formatter: ErrorFormatter): void => {
  server.addHook('onRoute', (route) => {
    if (route.url !== graphqlPath) return;
    route.bodyLimit = largestBody;
    route.errorHandler = (error: FastifyError, _request, reply) => {
      const status = error.statusCode ?? 500;
      const said = status < 500 ? badRequest(error.code, error.message) : error;
      void reply.status(status).send({ errors: [formatter.format(said)] });
    };
  });
};
