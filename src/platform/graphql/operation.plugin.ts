import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { OperationContext } from './context.js';
import type { ErrorFormatter } from './error-formatter.js';
import { badRequest } from './errors.js';
import { checkSingleMutation } from './limits.js';

/** What HTTP adds around each operation: checks of headers before it, and its end. */
export const operationPlugin = (
  formatter: ErrorFormatter,
): ApolloServerPlugin<OperationContext> => {
  const listener: GraphQLRequestListener<OperationContext> = {
    didResolveOperation: ({ operation, document, contextValue }) => {
      // Which operation is meant could not be told: executing says so.
      if (operation === undefined) return Promise.resolve();
      if (operation.operation === OperationTypeNode.SUBSCRIPTION) {
        throw badRequest('TRANSPORT', 'Subscriptions are served over WebSocket');
      }
      if (contextValue.idempotencyKey !== undefined) checkSingleMutation(document, operation);
      return Promise.resolve();
    },
    willSendResponse: ({ contextValue }) => {
      // The answer is complete: it does not wait for the reads to be given back.
      contextValue.finish().catch((error: unknown) => formatter.report(error));
      return Promise.resolve();
    },
  };
  return { requestDidStart: () => Promise.resolve(listener) };
};
