import { registerEnumType } from '@nestjs/graphql';
import type { Choice } from '../../kernel/field.js';

type EnumOf<V extends string> = Readonly<Record<V, V>>;

const registered = new Map<string, { readonly choice: Choice; readonly values: EnumOf<string> }>();

/**
 * The enum of the schema for a choice of the domain, the same for all who ask. To be called when
 * a file is loaded: `const Severity = choiceEnum(severity)`, then `@Field(() => Severity)`.
 */
export const choiceEnum = <V extends string>(choice: Choice<V>): EnumOf<V> => {
  const known = registered.get(choice.name);
  if (known !== undefined && known.choice !== choice) {
    throw new Error(`Two choices have the name ${choice.name}`);
  }
  return (known?.values ?? register(choice)) as EnumOf<V>;
};

const register = (choice: Choice): EnumOf<string> => {
  const meanings = Object.entries(choice.values);
  const values = Object.fromEntries(meanings.map(([value]) => [value, value]));
  registerEnumType(values, {
    name: choice.name,
    description: choice.description,
    valuesMap: Object.fromEntries(meanings.map(([value, description]) => [value, { description }])),
  });
  registered.set(choice.name, { choice, values });
  return values;
};
