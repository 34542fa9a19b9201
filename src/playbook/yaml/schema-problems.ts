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

type Params = {
  readonly limit?: number;
  readonly missingProperty?: string;
  readonly additionalProperty?: string;
  readonly allowedValues?: readonly string[];
};
type Schema = {
  readonly properties?: Readonly<Record<string, { readonly description?: string }>>;
  readonly pattern?: string;
};

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  array: 'a list',
  object: 'a map of keys to values',
};

/** What would be right. */
const inWords = ({ keyword, params, parentSchema, schema }: ErrorObject): string => {
  const { limit = 0, missingProperty = '', additionalProperty = '' } = params as Params;
  const { properties = {}, pattern = '' } = (parentSchema ?? {}) as Schema;
  switch (keyword) {
    case 'required':
      return `${missingProperty} is missing${meaning(properties[missingProperty]?.description)}`;
    case 'additionalProperties':
      return `There is no ${additionalProperty} here, but ${Object.keys(properties).join(', ')}`;
    case 'enum':
      return `This is one of ${((params as Params).allowedValues ?? []).join(', ')}`;
    case 'const':
      return `This is ${String(schema)}, or a whole number of minutes`;
    case 'type':
      return `This is ${typeNames[String(schema)] ?? String(schema)}`;
    case 'pattern':
      return wordsOfPattern(pattern);
    default:
      return bounds[keyword]?.(limit) ?? 'This is not what the schema says';
  }
};

const meaning = (description: string | undefined): string =>
  description === undefined ? '' : `: ${description}`;

const wordsOfPattern = (pattern: string): string => {
  if (!pattern.includes('\\p')) return 'This is of a-z, 0-9 and hyphens, as in recent-deployment';
  const lines = pattern.includes('\\n') ? 'text' : 'one line of text';
  return `This is ${lines}, without control characters, and not only white space`;
};

const bounds: Readonly<Record<string, (limit: number) => string>> = {
  minimum: (limit) => `This is ${limit} or more`,
  maximum: (limit) => `This is ${limit} or less`,
  minLength: () => 'This is not empty',
  maxLength: (limit) => `This has at most ${limit} characters`,
  minItems: (limit) => `This has at least ${limit}`,
  maxItems: (limit) => `This has at most ${limit}`,
};
