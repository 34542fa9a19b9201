import type { EventSpec } from '../kernel/event.js';
import type { Field, Fields } from '../kernel/field.js';

export type JsonSchema = Readonly<Record<string, unknown>>;

const described = (field: Field, schema: JsonSchema): JsonSchema => ({
  description: field.description,
  ...schema,
});

/** The JSON schema of a field as it is stored. */
export const fieldSchema = (field: Field): JsonSchema => {
  switch (field.kind) {
    case 'text':
      return described(field, { type: 'string', minLength: 1, maxLength: field.max });
    case 'integer':
      return described(field, { type: 'integer', minimum: field.min, maximum: field.max });
    case 'flag':
      return described(field, { type: 'boolean' });
    case 'instant':
      return described(field, {
        type: 'string',
        pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$`,
      });
    case 'duration':
      return described(field, { type: 'string', pattern: '^P(?=.)[0-9DTHMS]+$' });
    case 'id':
      return described(field, { type: 'string', pattern: `^${field.prefix}_[0-9a-z]{26}$` });
    case 'choice':
      return described(field, { enum: Object.keys(field.choice.values) });
    case 'record':
      return described(field, fieldsSchema(field.fields));
    case 'list':
      return described(field, {
        type: 'array',
        maxItems: field.max,
        items: fieldSchema(field.of),
      });
  }
};

const fieldsSchema = (fields: Fields): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, fieldSchema(field)]),
  ),
  required: Object.entries(fields)
    .filter(([, field]) => field.optional !== true)
    .map(([name]) => name),
  additionalProperties: false,
});

/** The JSON schema (2020-12 and draft 7 alike) of an event's payload. */
export const payloadSchema = (spec: EventSpec): JsonSchema => ({
  description: spec.description,
  ...fieldsSchema(spec.data),
});
