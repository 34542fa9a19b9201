import { Field as GraphqlField, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Field, Fields, IntegerField, RecordField } from '../../kernel/field.js';
import { choiceEnum } from './choice-enum.js';
import type { Newable } from './newable.js';
import { DateTime, Duration, SafeInt } from './scalars.js';

const records = new Map<string, { readonly fields: Fields; readonly type: Newable }>();

type Described = { readonly description: string; readonly fields: Fields };
type Options = Parameters<typeof ObjectType>[1];

/** A type of the schema that is made here, with its fields. */
export const makeType = (name: string, described: Described, options: Options = {}): Newable => {
  // The types of the fields first: enums must be known before the schema is built.
  const typed = Object.entries(described.fields)
    .filter(([, of]) => of.withheld !== true)
    .map(([field, of]) => [field, of, typeOf(of)] as const);
  const made = Object.defineProperty(
    class {
      static readonly isGenerated = true;
    },
    'name',
    { value: name },
  );
  ObjectType(name, { ...options, description: described.description })(made);
  for (const [field, { description, optional, personalTo }, type] of typed) {
    // A sealed field can be read no more once its data subject's key is gone.
    const nullable = optional === true || personalTo !== undefined;
    GraphqlField(() => type, { description, nullable })(made.prototype, field);
  }
  return made;
};

/** What Nest takes for the type of a field: a class, a scalar, an enum, or a list of one. */
const typeOf = (field: Field): Newable => {
  const type = field.kind === 'list' ? [typeOf(field.of)] : single(field);
  return type as Newable;
};

const single = (field: Exclude<Field, { kind: 'list' }>): unknown => {
  switch (field.kind) {
    case 'text':
      return String;
    case 'flag':
      return Boolean;
    case 'id':
      return ID;
    case 'instant':
      return DateTime;
    case 'duration':
      return Duration;
    case 'integer':
      return fitsInt(field) ? Int : SafeInt;
    case 'choice':
      return choiceEnum(field.choice);
    case 'record':
      return recordType(field);
  }
};

/** GraphQL's Int has 32 bits. */
const fitsInt = ({ min, max }: Pick<IntegerField, 'min' | 'max'>): boolean =>
  min >= -(2 ** 31) && max < 2 ** 31;

/** One type of the schema for each record name, shared by all fields that carry the record. */
export const recordType = (field: RecordField): Newable => {
  const known = records.get(field.name);
  if (known !== undefined && known.fields !== field.fields) {
    throw new Error(`Two records have the name ${field.name}`);
  }
  if (known !== undefined) return known.type;
  const type = makeType(field.name, field);
  records.set(field.name, { fields: field.fields, type });
  return type;
};
