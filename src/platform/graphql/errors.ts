import { GraphQLError } from 'graphql';

/** The closed vocabulary of `extensions.code`, on every transport, with its HTTP status. */
export const errorStatus = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RESYNC: 409,
  QUERY_TOO_COSTLY: 400,
  RATE_LIMITED: 429,
  OVERLOADED: 503,
  INTERNAL_SERVER_ERROR: 500,
} as const;
export type ErrorCode = keyof typeof errorStatus;

/** A field that cannot be accepted: its path from the argument on (`['input', 'title']`), and why. */
export type BadField = { readonly path: readonly string[]; readonly message: string };

export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.hasOwn(errorStatus, code);

/**
 * An error for the caller's eyes: message and details are sent as they are. Apollo takes status
 * and headers from `extensions.http` if the request failed before anything was executed.
 */
const failure = (
  code: ErrorCode,
  message: string,
  details: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): GraphQLError =>
  new GraphQLError(message, {
    extensions: {
      ...details,
      code,
      http: { status: errorStatus[code], headers: new Map(Object.entries(headers)) },
    },
  });

export const badUserInput = (
  fields: readonly BadField[],
  message = fields.map((field) => `${field.path.join('.')}: ${field.message}`).join('; '),
): GraphQLError => failure('BAD_USER_INPUT', message, { fields });

/** A request that is wrong as a whole; `reason` tells the kinds apart for programs. */
export const badRequest = (reason: string, message: string): GraphQLError =>
  failure('BAD_USER_INPUT', message, { reason });

export const unauthenticated = (message = 'A valid bearer token is needed'): GraphQLError =>
  failure('UNAUTHENTICATED', message, {}, { 'www-authenticate': 'Bearer' });

export const forbidden = (message: string): GraphQLError => failure('FORBIDDEN', message);

/** Also for what exists and the viewer may not see: the two look the same. */
export const notFound = (message: string): GraphQLError => failure('NOT_FOUND', message);

export const conflict = (message: string): GraphQLError => failure('CONFLICT', message);

/** The cursor belongs to a history that this ledger does not have: start again from a snapshot. */
export const resync = (message: string): GraphQLError => failure('RESYNC', message);

export const queryTooCostly = (
  message: string,
  limit: Readonly<Record<string, unknown>>,
): GraphQLError => failure('QUERY_TOO_COSTLY', message, { limit });

export const rateLimited = (retryAfterSeconds: number, message = 'Too many requests') =>
  failure('RATE_LIMITED', message, ...retryAfter(retryAfterSeconds));

export const overloaded = (retryAfterSeconds: number, message = 'Too busy, try again') =>
  failure('OVERLOADED', message, ...retryAfter(retryAfterSeconds));

const retryAfter = (seconds: number) =>
  [{ retryAfter: seconds }, { 'retry-after': String(Math.ceil(seconds)) }] as const;
