import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { newId } from '../../src/platform/ids.js';

/** What a scalar of this name may be in an input. */
const scalars: Readonly<Record<string, unknown>> = {
  String: 'one',
  Int: 1,
  Boolean: true,
  Cursor: 'none',
  DateTime: '2026-03-01T12:00:00Z',
  Duration: 'PT15M',
};

/** An id for a field that is described by an example, as "The action, as `act_...`". */
const idFor = (name: string, description: string): string => {
  const [, prefix] = /`([a-z]+)_/.exec(description) ?? [];
  return newId(prefix ?? { member: 'mem', integration: 'int', action: 'act' }[name] ?? 'evt');
};

const valueOf = (type: GraphQLInputType, name: string, description: string): unknown => {
  if (isNonNullType(type)) return valueOf(type.ofType, name, description);
  if (isListType(type)) return [valueOf(type.ofType, name, description)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type))
    return type.name === 'ID' ? idFor(name, description) : scalars[type.name];
  const fields = Object.values(type.getFields());
  const wanted = type.isOneOf
    ? fields.slice(0, 1)
    : fields.filter((field) => isNonNullType(field.type) && field.defaultValue === undefined);
  return Object.fromEntries(
    wanted.map((field) => [field.name, valueOf(field.type, field.name, field.description ?? '')]),
  );
};

/** An input for every mutation that has to name an incident: only what it has to say. */
export const inputsOfCommands = (schema: GraphQLSchema): ReadonlyMap<string, object> => {
  const inputs = new Map<string, object>();
  for (const { name, args } of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const input = args[0] && valueOf(args[0].type, 'input', '');
    if (typeof input === 'object' && input !== null && 'incident' in input) inputs.set(name, input);
  }
  return inputs;
};

/** An operation that calls one root field, with only what it has to be told. */
export type SampleOperation = {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
};

const operationOn = (
  root: 'query' | 'mutation',
  { name, args, type }: GraphQLField<unknown, unknown>,
) => {
  const told = args.filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined);
  const list = (each: (arg: GraphQLArgument) => string) =>
    told.length === 0 ? '' : `(${told.map(each).join(', ')})`;
  const declared = list((arg) => `$${arg.name}: ${String(arg.type)}`);
  const passed = list((arg) => `${arg.name}: $${arg.name}`);
  const selection = isLeafType(getNamedType(type)) ? '' : '{ __typename }';
  return {
    document: `${root} ${declared} { ${name}${passed} ${selection} }`,
    variables: Object.fromEntries(
      told.map((arg) => [arg.name, valueOf(arg.type, arg.name, arg.description ?? '')]),
    ),
  };
};

/** One for every query and mutation, by name. */
export const sampleOperations = (schema: GraphQLSchema): ReadonlyMap<string, SampleOperation> =>
  new Map([
    ...fieldsOf(schema.getQueryType()).map((one) => [one.name, operationOn('query', one)] as const),
    ...fieldsOf(schema.getMutationType()).map(
      (one) => [one.name, operationOn('mutation', one)] as const,
    ),
  ]);

const fieldsOf = (type: GraphQLObjectType | null | undefined) =>
  Object.values(type?.getFields() ?? {});
