import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import type { PlaybookFile } from './file.js';
import { playbookSchema } from './schema.js';
import type { Path, Problem, Source } from './source.js';

const fits = new Ajv2020({ allErrors: true, verbose: true, strict: true }).compile<PlaybookFile>(
  playbookSchema,
);
/** Beyond as many, somebody has sent something else than a playbook. */
export const mostProblems = 200;

/** Where the value is not what the JSON schema says. */
export const schemaProblems = (source: Source): Problem[] => {
  if (fits(source.value)) return [];
  return (fits.errors ?? [])
    .filter(({ keyword }) => keyword !== 'if')
    .slice(0, mostProblems)
    .map((error) => problemOf(error, source));
};

const problemOf = (error: ErrorObject, { problemAt }: Source): Problem => {
  const path = pathOf(error.instancePath);
  const { additionalProperty: unknown } = error.params as { additionalProperty?: string };
  return unknown === undefined
    ? problemAt(path, inWords(error))
    : problemAt(path, inWords(error), unknown);
};

const pathOf = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

type Wrong = {
  readonly params: {
    readonly limit?: number;
    readonly missingProperty?: string;
    readonly additionalProperty?: string;
    readonly allowedValues?: readonly string[];
  };
  /** What the keyword of the schema says. */
  readonly schema: unknown;
  readonly properties: Readonly<Record<string, { readonly description?: string }>>;
};

/** What would be right. */
const inWords = ({ keyword, params, parentSchema, schema }: ErrorObject): string => {
  const { properties = {} } = parentSchema as Partial<Wrong>;
  return words[keyword]?.({ params, schema, properties }) ?? 'This is not what the schema says';
};

const words: Readonly<Record<string, (wrong: Wrong) => string>> = {
  required: ({ params: { missingProperty = '' }, properties }) => {
    const meaning = properties[missingProperty]?.description;
    return `${missingProperty} is missing${meaning === undefined ? '' : `: ${meaning}`}`;
  },
  additionalProperties: ({ params: { additionalProperty = '' }, properties }) =>
    `There is no ${additionalProperty} here, but ${Object.keys(properties).join(', ')}`,
  enum: ({ params: { allowedValues = [] } }) => `This is one of ${allowedValues.join(', ')}`,
  const: ({ schema }) => `This is ${String(schema)}, or a whole number of minutes`,
  type: ({ schema }) => `This is ${typeNames[String(schema)] ?? String(schema)}`,
  pattern: ({ schema }) => wordsOfPattern(String(schema)),
  minimum: ({ params: { limit } }) => `This is ${limit} or more`,
  maximum: ({ params: { limit } }) => `This is ${limit} or less`,
  minLength: () => 'This is not empty',
  maxLength: ({ params: { limit } }) => `This has at most ${limit} characters`,
  minItems: ({ params: { limit } }) => `This has at least ${limit}`,
  maxItems: ({ params: { limit } }) => `This has at most ${limit}`,
};

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  array: 'a list',
  object: 'a map of keys to values',
};

const wordsOfPattern = (pattern: string): string => {
  if (!pattern.includes(String.raw`\p`))
    return 'This is of a-z, 0-9 and hyphens, as in recent-deployment';
  const lines = pattern.includes(String.raw`\n`) ? 'text' : 'one line of text';
  return `This is ${lines}, without control characters, and not only white space`;
};
