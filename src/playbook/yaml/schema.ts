import type { Field } from '../../kernel/field.js';
import { fieldSchema, type JsonSchema } from '../../ledger/json-schema.js';
import { guardrail, nudge, severity, updateAudience } from '../domain/choices.js';
import { contentFields } from '../domain/content.js';
import * as fields from '../domain/fields.js';

/** One line: no control characters, no half of a character, and not only white space. */
const line = String.raw`^(?=.*\S)[^\p{Cc}\p{Cs}\u2028\u2029]*$`;
/** The same in lines. */
const prose = String.raw`^(?=[\s\S]*\S)([^\p{Cc}\p{Cs}]|[\n\t])*$`;
/** Texts from this length on may have several lines. */
const proseFrom = 500;

type Schema = JsonSchema & {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
};

const written = (schema: Schema): Schema => ({
  ...schema,
  ...(schema['type'] === 'string' && {
    pattern: Number(schema['maxLength']) < proseFrom ? line : prose,
  }),
  ...(schema.properties && { properties: mapped(schema.properties, written) }),
  ...(schema.items && { items: written(schema.items) }),
});

const mapped = <T, U>(of: Readonly<Record<string, T>>, to: (one: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(of).map(([key, value]) => [key, to(value)]));

const schemaOf = (field: Field): Schema => written(fieldSchema(field));

/** What may be left out has a usual value. */
const leavingOut = (schema: Schema, ...names: string[]): Schema => ({
  ...schema,
  required: (schema.required ?? []).filter((name) => !names.includes(name)),
});

const listOf = (field: Field, change: (item: Schema) => Schema, more: JsonSchema = {}): Schema => {
  const schema = schemaOf(field);
  return { ...schema, ...more, items: change(schema.items ?? {}) };
};

const keyed = (description: string, properties: Readonly<Record<string, Schema>>): Schema => ({
  ...{ description, type: 'object', properties, additionalProperties: false },
});

const minutes: Schema = {
  if: { not: { type: 'number' } },
  then: { const: 'never' },
  else: { ...fieldSchema(fields.minutes('SEV1')), description: 'Minutes' },
};
const mode: Schema = { ...fieldSchema(fields.mode('SEV1')), description: 'What it does' };

/** One value at all severities, or a usual one and what differs. */
const spread = (value: string): Schema => {
  const one = { $ref: `#/$defs/${value}` };
  return {
    if: { type: 'object' },
    then: {
      type: 'object',
      properties: { default: one, ...mapped(severity.values, () => one) },
      required: ['default'],
      additionalProperties: false,
    },
    else: one,
  };
};

const $defs = {
  ...{ minutes, mode },
  minutesBySeverity: spread('minutes'),
  modeBySeverity: spread('mode'),
};

const settings = (
  description: string,
  names: Readonly<Record<string, string>>,
  value: keyof typeof $defs,
): Schema =>
  keyed(
    description,
    mapped(names, (says) => ({ description: says, $ref: `#/$defs/${value}` })),
  );

const checkSchema = (item: Schema): Schema => ({
  ...leavingOut(item, 'lookAt'),
  properties: {
    ...item.properties,
    check: { ...item.properties?.['check'], pattern: '^[a-z0-9-]{1,40}$' },
  },
});

/** For no severity, it would never be used. */
const templateSchema = (item: Schema): Schema => ({
  ...leavingOut(item, 'severities'),
  properties: {
    ...item.properties,
    severities: { ...item.properties?.['severities'], minItems: 1 },
  },
});

export const maxName = 60;
export const namePattern = '^[a-z0-9]+(-[a-z0-9]+)*$';
const { SILENCE: _asOfAudiences, ...timed } = nudge.values;

/** The JSON schema (2020-12) of the file of a playbook. */
export const playbookSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Playbook',
  description: 'What an incident is run by: checks, suggestions, guardrails, clocks, templates',
  type: 'object',
  properties: {
    name: {
      description: 'What it is called by programs: lower case, digits, and hyphens between them',
      type: 'string',
      maxLength: maxName,
      pattern: namePattern,
    },
    title: schemaOf(contentFields.title),
    description: schemaOf(contentFields.description),
    appliesTo: listOf(contentFields.appliesTo, (item) =>
      leavingOut(item, 'services', 'severities', 'modes', 'priority'),
    ),
    checks: listOf(contentFields.checks, checkSchema, { minItems: 1 }),
    suggestions: schemaOf(contentFields.suggestions),
    guardrails: settings('What each guardrail does', guardrail.values, 'modeBySeverity'),
    clocks: settings(
      'When people are reminded, in minutes: after its cause, or before what expires',
      timed,
      'minutesBySeverity',
    ),
    silence: settings(
      'How long an audience may hear nothing, in minutes',
      updateAudience.values,
      'minutesBySeverity',
    ),
    windows: leavingOut(schemaOf(contentFields.windows), ...Object.keys(fields.windows.fields)),
    templates: listOf(contentFields.templates, templateSchema),
  },
  required: ['title', 'checks'],
  additionalProperties: false,
  $defs,
};

/** As it is served and committed. */
export const playbookSchemaText = `${JSON.stringify(playbookSchema, null, 2)}\n`;
