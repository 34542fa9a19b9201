import type { GraphQLField, GraphQLFieldResolver, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { extendSchema, getNamedType, isInterfaceType, parse } from 'graphql';
import type { OperationContext } from './context.js';
import type { ErrorFormatter } from './error-formatter.js';
import { badRequest, badUserInput } from './errors.js';
import { inOrderPerKey } from './in-order-per-key.js';

/** Commands of one batch. */
export const mostItems = 500;
/** Commands of one batch that are carried out at the same time. */
const atOnce = 8;

type Commands = Readonly<Record<string, GraphQLField<unknown, OperationContext>>>;
type Inputs = Readonly<Record<string, unknown>>;
type Item = Readonly<Record<string, Inputs>>;
type Result = { readonly recorded: unknown } | { readonly error: object };

/**
 * Adds the mutation `recordBatch`, which carries out many commands in one call. Its items are
 * made from the schema: one field for every mutation that answers with `Recorded`, carried out
 * by that mutation's own resolver, so that its access rule and input rules hold here as well.
 */
export const withRecordBatch = (
  schema: GraphQLSchema,
  formatter: Pick<ErrorFormatter, 'format'>,
): GraphQLSchema => {
  const commands = commandsOf(schema);
  if (Object.keys(commands).length === 0) return schema;
  const extended = extendSchema(schema, parse(definitions(commands)));
  const field = extended.getMutationType()?.getFields()['recordBatch'];
  if (field) field.resolve = recordBatch(commandsOf(extended), formatter);
  return extended;
};

const commandsOf = (schema: GraphQLSchema): Commands =>
  Object.fromEntries(
    Object.entries(schema.getMutationType()?.getFields() ?? {}).filter(([, { type }]) =>
      isRecorded(getNamedType(type) as GraphQLObjectType),
    ),
  );

const isRecorded = (type: GraphQLObjectType): boolean =>
  type.getInterfaces().some((one) => isInterfaceType(one) && one.name === 'Recorded');

const definitions = (commands: Commands): string => `
  "One command: exactly one field, which has the name of the mutation."
  input BatchItem @oneOf {
    ${Object.entries(commands)
      .map(
        ([name, { description, args }]) =>
          `${JSON.stringify(description)} ${name}: ${String(getNamedType(args[0]?.type)?.name)}`,
      )
      .join('\n')}
  }
  "Carry out many commands."
  input RecordBatchInput {
    "The commands, ${mostItems} at most. Each may have its own idempotency key."
    items: [BatchItem!]!
  }
  "What came of one command of a batch."
  type BatchResult {
    "What its mutation answers; null if it failed."
    recorded: Recorded
    "Why it failed; nothing of it was recorded then. Refusals stand in recorded."
    error: BatchError
  }
  "Why a command of a batch could not be carried out."
  type BatchError {
    "As extensions.code of an error of the mutation."
    code: String!
    "The reason, for people."
    message: String!
  }
  "What came of a batch."
  type RecordBatchPayload {
    "One for each command, in the order of the commands."
    results: [BatchResult!]!
  }
  extend type Mutation {
    "Carry out up to ${mostItems} commands, those that name the same incident or change in their order. One that names neither is carried out after all before it, and before all after it. Each succeeds or fails on its own."
    recordBatch("What to do." input: RecordBatchInput!): RecordBatchPayload!
  }`;

const recordBatch =
  (
    commands: Commands,
    formatter: Pick<ErrorFormatter, 'format'>,
  ): GraphQLFieldResolver<unknown, OperationContext, { input: { items: readonly Item[] } }> =>
  async (source, { input: { items } }, context, info) => {
    check(items, context);
    const carryOut = async (item: Item): Promise<Result> => {
      const [[name, input] = ['', {}]] = Object.entries(item);
      const command = commands[name];
      try {
        if (context.signal.aborted) throw badRequest('GONE', 'The client is gone');
        const recorded: unknown = await command?.resolve?.(source, { input }, context, info);
        return {
          recorded: { ...(recorded as object), __typename: getNamedType(command?.type)?.name },
        };
      } catch (error) {
        const { message, extensions } = formatter.format(error);
        return { error: { message, code: extensions?.['code'] } };
      }
    };
    return { results: await inOrderPerKey(items, thingsOf, atOnce, carryOut) };
  };

const check = (items: readonly Item[], { idempotencyKey }: OperationContext): void => {
  if (items.length > mostItems) {
    const message = `at most ${mostItems} commands; send the rest in another batch`;
    throw badUserInput([{ path: ['input', 'items'], message }]);
  }
  if (idempotencyKey !== undefined) {
    throw badRequest(
      'IDEMPOTENCY_KEY',
      'Give each command of a batch an idempotencyKey of its own',
    );
  }
};

/** The incidents and changes that a command names, wherever in its input. */
const thingsOf = (item: Item): readonly string[] => [...new Set(namedIn(item))];

const namedIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return isThing.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(namedIn) : [];
};
const isThing = /^(?:inc|chg)_[0-9a-z]{26}$/;
