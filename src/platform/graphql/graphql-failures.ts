import type { GraphQLError } from 'graphql';
import { Kind } from 'graphql';
import type { BadField } from './errors.js';

/** What may be said of an error: everything else about it stays in the log. */
export type Said = {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
};

/** Codes by which Apollo marks a request that it refused before executing it. */
const refusedByApollo = new Set<unknown>([
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** The value is skipped string by string, because it may hold anything, also `; ` and `" at "`. */
const badVariable =
  /^Variable "\$(\w+)" got invalid value (?:"(?:[^"\\]|\\.)*"|[^"])*?(?: at "([^"]+)")?; (.*)$/s;
const missingVariable = /^Variable "\$(\w+)" of (?:required|non-null) type (.*)$/s;
const tooManyTokens = / contains more tha[nt] (\d+) tokens/;
const badArgument = /^Argument "(\w+)" (.*)$/s;

/** What graphql-js or Apollo itself found wrong with a request; undefined if neither did. */
export const graphqlFailure = (error: GraphQLError): Said | undefined => {
  if (error.path !== undefined) return argumentFailure(error);
  if (isAboutVariable(error)) return variableFailure(error.message);
  const { code, limit } = error.extensions;
  const [, tokens] = tooManyTokens.exec(error.message) ?? [];
  if (tokens !== undefined) return tooCostly(error, { name: 'tokens', allowed: Number(tokens) });
  if (limit !== undefined) return tooCostly(error, limit);
  if (refusedByApollo.has(code)) return badInput(error.message, { reason: code });
  const isGraphqlsOwn = code === undefined && error.originalError === undefined;
  return isGraphqlsOwn ? badInput(error.message, { reason: 'BAD_REQUEST' }) : undefined;
};

const badInput = (message: string, details: Said['extensions']): Said => ({
  message,
  extensions: { code: 'BAD_USER_INPUT', ...details },
});

const tooCostly = (error: GraphQLError, limit: unknown): Said => ({
  message: error.message,
  extensions: { code: 'QUERY_TOO_COSTLY', limit },
});

const isAboutVariable = (error: GraphQLError): boolean =>
  error.message.startsWith('Variable "$') &&
  error.nodes?.length === 1 &&
  error.nodes[0]?.kind === Kind.VARIABLE_DEFINITION;

const variableFailure = (message: string): Said => {
  const [, name, place, problem] = badVariable.exec(message) ?? [];
  const [, missing, wanted] = missingVariable.exec(message) ?? [];
  const field: BadField | undefined =
    name !== undefined && problem !== undefined
      ? { path: steps(place ?? name), message: problem }
      : missing !== undefined && wanted !== undefined
        ? { path: [missing], message: `A value of type ${wanted}` }
        : undefined;
  return badInput(message, { reason: 'VARIABLES', ...(field && { fields: [field] }) });
};

/** `input.segments[0].kind` in steps. */
const steps = (place: string): string[] => place.split(/[.[\]]+/).filter((step) => step !== '');

const argumentFailure = (error: GraphQLError): Said | undefined => {
  const [, name, problem] = badArgument.exec(error.message) ?? [];
  const isGraphqlsOwn = error.extensions['code'] === undefined && name !== undefined;
  if (!isGraphqlsOwn || problem === undefined) return undefined;
  return badInput(error.message, { fields: [{ path: [name], message: problem }] });
};
