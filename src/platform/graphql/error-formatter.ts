import { HttpException, Injectable, Logger } from '@nestjs/common';
import type { GraphQLFormattedError } from 'graphql';
import { GraphQLError } from 'graphql';
import { newId } from '../ids.js';
import { Overloaded } from '../overloaded.js';
import type { ErrorCode } from './errors.js';
import { isErrorCode } from './errors.js';
import type { Said } from './graphql-failures.js';
import { graphqlFailure } from './graphql-failures.js';

/**
 * What a caller is told of an error, the same on every transport. Errors made by `errors.ts` and
 * GraphQL's own complaints about the request are sent; of anything else only an id is, and the
 * details are logged once under it.
 */
@Injectable()
export class ErrorFormatter {
  private readonly logger = new Logger('GraphQL');
  /** One exception may fail many fields: it is logged once. */
  private readonly logged = new WeakMap<object, string>();

  format(error: unknown): GraphQLFormattedError {
    const said = sayable(error) ?? this.internal(error);
    const { path, locations } = error instanceof GraphQLError ? error.toJSON() : {};
    return {
      message: said.message,
      ...(locations && { locations }),
      ...(path && { path }),
      extensions: said.extensions,
    };
  }

  /** Logs what nobody was to see, for places that have no response to format. */
  report(error: unknown): string {
    const cause = rootOf(error);
    const known = typeof cause === 'object' && cause !== null ? this.logged.get(cause) : undefined;
    if (known !== undefined) return known;
    const errorId = newId('err');
    if (typeof cause === 'object' && cause !== null) this.logged.set(cause, errorId);
    const detail = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    this.logger.error(`${errorId} ${detail}`);
    return errorId;
  }

  private internal(error: unknown): Said {
    const errorId = this.report(error);
    return {
      message: 'Something failed on our side',
      extensions: { code: 'INTERNAL_SERVER_ERROR', errorId },
    };
  }
}

const sayable = (error: unknown): Said | undefined => {
  const root = rootOf(error);
  if (root instanceof HttpException) return httpFailure(root);
  if (root instanceof Overloaded) return overload(root);
  if (!(error instanceof GraphQLError)) return undefined;
  const own = graphqlFailure(error);
  if (own !== undefined) return own;
  return root instanceof GraphQLError ? ownFailure(root) : undefined;
};

/** What was thrown first: graphql-js wraps it to add the place. */
const rootOf = (error: unknown): unknown =>
  error instanceof GraphQLError && error.originalError !== undefined
    ? rootOf(error.originalError)
    : error;

const ownFailure = (error: GraphQLError): Said | undefined => {
  const { http: _http, code, ...details } = error.extensions;
  if (!isErrorCode(code) || code === 'INTERNAL_SERVER_ERROR') return undefined;
  return { message: error.message, extensions: { code, ...details } };
};

const overload = ({ message }: Overloaded): Said => ({
  message,
  extensions: { code: 'OVERLOADED', retryAfter: 1 },
});

const codeOfStatus = new Map<number, ErrorCode>([
  [400, 'BAD_USER_INPUT'],
  [401, 'UNAUTHENTICATED'],
  [403, 'FORBIDDEN'],
  [404, 'NOT_FOUND'],
  [409, 'CONFLICT'],
  [422, 'BAD_USER_INPUT'],
  [429, 'RATE_LIMITED'],
  [503, 'OVERLOADED'],
]);

/** Nest's own guards and pipes throw these. */
const httpFailure = (error: HttpException): Said | undefined => {
  const code = codeOfStatus.get(error.getStatus());
  return code && { message: error.message, extensions: { code } };
};
