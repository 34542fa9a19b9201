import type { ValueNode } from 'graphql';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { parseInstant } from '../../kernel/instant.js';

/** A scalar that is text in JSON; `parse` returns undefined for text that it does not take. */
const textScalar = (
  name: string,
  description: string,
  wants: string,
  parse: (text: string) => string | undefined,
): GraphQLScalarType<string, string> => {
  const take = (value: unknown, node?: ValueNode): string => {
    const parsed = typeof value === 'string' ? parse(value) : undefined;
    if (parsed === undefined)
      throw new GraphQLError(`${name} must be ${wants}`, node && { nodes: node });
    return parsed;
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => String(value),
    parseValue: (value) => take(value),
    parseLiteral: (node) => take(node.kind === Kind.STRING ? node.value : undefined, node),
  });
};

/** A scalar that is a number in JSON: an integer from `min` that JavaScript can hold. */
const integerScalar = (
  name: string,
  description: string,
  min: number,
): GraphQLScalarType<number, number> => {
  const take = (value: unknown, node?: ValueNode): number => {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= min) return value;
    throw new GraphQLError(
      `${name} must be an integer from ${min} to 2^53-1`,
      node && { nodes: node },
    );
  };
  return new GraphQLScalarType<number, number>({
    name,
    description,
    serialize: (value) => take(value),
    parseValue: (value) => take(value),
    parseLiteral: (node) => take(node.kind === Kind.INT ? Number(node.value) : undefined, node),
  });
};

export const DateTime = textScalar(
  'DateTime',
  'A point in time, RFC 3339. Given with any offset; answered in UTC with microseconds.',
  'a time as RFC 3339 with an offset, of the years 1970 to 9999',
  parseInstant,
);

const period = /^P(?=.)(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,9})?S)?)?)$/;

export const Duration = textScalar(
  'Duration',
  'A length of time, ISO 8601, as PT15M.',
  'a length of time as ISO 8601, as PT15M',
  (text) => (text.length <= 64 && period.test(text) ? text : undefined),
);

export const Cursor = textScalar(
  'Cursor',
  'A place in a list or stream. Opaque: only give back what you were given.',
  'a cursor that you were given',
  (text) => (text.length >= 1 && text.length <= 2000 ? text : undefined),
);

export const Position = integerScalar(
  'Position',
  'A place in the organization’s ledger: 1, 2, 3... in the order of recording, 0 before the first event.',
  0,
);

export const SafeInt = integerScalar(
  'SafeInt',
  'An integer that a double holds exactly: up to 53 bits.',
  Number.MIN_SAFE_INTEGER,
);
