import type { DocumentNode, GraphQLSchema, OperationDefinitionNode, ValidationRule } from 'graphql';
import { GraphQLError, OperationTypeNode, parse, specifiedRules, validate } from 'graphql';
import { measure } from './document-size.js';
import { badRequest, queryTooCostly } from './errors.js';

/** The bounds of every operation, on every transport. GraphiQL's introspection has depth 15. */
export const limits = { tokens: 2000, depth: 15, aliases: 30, rootMutationFields: 10 } as const;
type Limit = keyof typeof limits;

/** Refuses operations beyond the limits: QUERY_TOO_COSTLY. */
const sizeRule: ValidationRule = (context) => {
  const sizeOf = measure(context.getDocument());
  const check = (limit: Limit, found: number) => {
    const allowed = limits[limit];
    if (found <= allowed) return;
    const message = `The operation has ${found} of ${limit}; ${allowed} are allowed`;
    context.reportError(queryTooCostly(message, { name: limit, allowed, found }));
  };
  return {
    OperationDefinition: (operation) => {
      const { depth, aliases, rootFields } = sizeOf(operation);
      check('depth', depth);
      check('aliases', aliases);
      const isMutation = operation.operation === OperationTypeNode.MUTATION;
      if (isMutation) check('rootMutationFields', rootFields);
    },
  };
};

export const limitRules: readonly ValidationRule[] = [sizeRule];
export const parseOptions = { maxTokens: limits.tokens } as const;

/** Parses and validates a document for transports that Apollo does not serve. */
export const readDocument = (
  schema: GraphQLSchema,
  source: string,
): DocumentNode | readonly GraphQLError[] => {
  try {
    const document = parse(source, parseOptions);
    const errors = validate(schema, document, [...specifiedRules, ...limitRules]);
    return errors.length === 0 ? document : errors.map(marked('GRAPHQL_VALIDATION_FAILED'));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return [marked('GRAPHQL_PARSE_FAILED')(error)];
  }
};

/** Marks GraphQL's complaints as Apollo does over HTTP, so that they are told alike. */
const marked =
  (code: string) =>
  (error: GraphQLError): GraphQLError =>
    new GraphQLError(error.message, {
      ...(error.nodes && { nodes: error.nodes }),
      ...(error.source && { source: error.source }),
      ...(error.positions && { positions: error.positions }),
      extensions: { ...error.extensions, code },
    });

/** Throws BAD_USER_INPUT if a header that is meant for one mutation came with several. */
export const checkSingleMutation = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
): void => {
  const isMutation = operation.operation === OperationTypeNode.MUTATION;
  if (isMutation && measure(document)(operation).rootFields > 1) {
    throw badRequest('IDEMPOTENCY_KEY', 'Idempotency-Key is for a request with one mutation');
  }
};
