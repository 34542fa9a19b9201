/**
 * The fields of an event's payload, said once. From a field derive the TypeScript type
 * (`DataOf`), the JSON schema that is checked at append, and the GraphQL field.
 */

declare const carries: unique symbol;

type Common<T> = {
  readonly description: string;
  readonly optional?: boolean;
  /** Names the payload field that holds the data subject's id: the field is stored sealed. */
  readonly personalTo?: string;
  /** Never leaves the server through the API; exports carry it, since hashes cover it. */
  readonly withheld?: boolean;
  readonly [carries]?: T;
};

export type TextField<T = string> = Common<T> & { readonly kind: 'text'; readonly max: number };
export type IntegerField<T = number> = Common<T> & {
  readonly kind: 'integer';
  readonly min: number;
  readonly max: number;
};
export type FlagField<T = boolean> = Common<T> & { readonly kind: 'flag' };
export type InstantField<T = string> = Common<T> & { readonly kind: 'instant' };
export type DurationField<T = string> = Common<T> & { readonly kind: 'duration' };
export type IdField<T = string> = Common<T> & { readonly kind: 'id'; readonly prefix: string };
export type ChoiceField<T = string> = Common<T> & {
  readonly kind: 'choice';
  readonly choice: Choice;
};
export interface RecordField<T = unknown> extends Common<T> {
  readonly kind: 'record';
  readonly name: string;
  readonly fields: Fields;
}
export interface ListField<T = unknown> extends Common<T> {
  readonly kind: 'list';
  readonly of: Field;
  readonly max: number;
}

export type Field<T = unknown> =
  | TextField<T>
  | IntegerField<T>
  | FlagField<T>
  | InstantField<T>
  | DurationField<T>
  | IdField<T>
  | ChoiceField<T>
  | RecordField<T>
  | ListField<T>;
export type Fields = Readonly<Record<string, Field>>;

type Carried<F> = F extends { readonly [carries]?: infer T } ? Exclude<T, undefined> : never;
type OptionalKeys<F extends Fields> = {
  [K in keyof F]: F[K] extends { readonly optional: true } ? K : never;
}[keyof F];

/** The TypeScript type of a payload with these fields. */
export type DataOf<F extends Fields> = {
  readonly [K in Exclude<keyof F, OptionalKeys<F>>]: Carried<F[K]>;
} & { readonly [K in OptionalKeys<F>]?: Carried<F[K]> | undefined };

/** A closed set of values with a name, each value with its meaning. */
export type Choice<V extends string = string> = {
  readonly name: string;
  readonly description: string;
  readonly values: Readonly<Record<V, string>>;
};
export type ValueOf<C> = C extends Choice<infer V> ? V : never;

export const choice = <V extends string>(
  name: string,
  description: string,
  values: Readonly<Record<V, string>>,
): Choice<V> => ({ name, description, values });

/** Text of 1 to `max` characters (Unicode code points). */
export const text = (description: string, max: number): TextField => ({
  kind: 'text',
  description,
  max,
});

export const integer = (
  description: string,
  min = 0,
  max: number = Number.MAX_SAFE_INTEGER,
): IntegerField => ({ kind: 'integer', description, min, max });

export const flag = (description: string): FlagField => ({ kind: 'flag', description });

/** A point in time as an `Instant`. */
export const instant = (description: string): InstantField => ({ kind: 'instant', description });

/** A length of time, ISO 8601. */
export const duration = (description: string): DurationField => ({ kind: 'duration', description });

/** The id of a thing, `<prefix>_<26 characters>`. */
export const id = (description: string, prefix: string): IdField => ({
  kind: 'id',
  description,
  prefix,
});

export const oneOf = <V extends string>(description: string, of: Choice<V>): ChoiceField<V> => ({
  kind: 'choice',
  description,
  choice: of,
});

/** A group of fields under a name of its own in the GraphQL schema. */
export const record = <F extends Fields>(
  name: string,
  description: string,
  fields: F,
): RecordField<DataOf<F>> => ({ kind: 'record', name, description, fields });

/** At most `max` values. */
export const list = <F extends Field>(
  description: string,
  of: F,
  max: number,
): ListField<readonly Carried<F>[]> => ({ kind: 'list', description, of, max });

export const optional = <F extends Field>(field: F): F & { readonly optional: true } => ({
  ...field,
  optional: true,
});

/**
 * Marks a text field as personal to the data subject whose id stands in the payload field
 * `subjectField`: it is stored sealed (AES-256-GCM under that subject's key).
 */
export const personal = <F extends TextField>(field: F, subjectField: string): F => ({
  ...field,
  personalTo: subjectField,
});

/** Marks a field that the API never gives out: it is stored, and exported, like any other. */
export const withheld = <F extends Field>(field: F): F => ({ ...field, withheld: true });
