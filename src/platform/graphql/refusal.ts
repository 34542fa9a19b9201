import { Field, Int, InterfaceType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Newable } from './newable.js';

/** Filled by registration, and read when the schema is built. */
const codes: Record<string, string> = {};
const meanings: Record<string, { description: string }> = {};
const typeOfCode = new Map<string, Newable>();
registerEnumType(codes, {
  name: 'RefusalCode',
  description: 'Why a rule refused a command.',
  valuesMap: meanings,
});

@InterfaceType({
  description: 'Why a rule refused a command. Concrete types carry what you need to go on.',
  resolveType: (refusal: Refusal) => typeOfCode.get(refusal.code),
})
export abstract class Refusal {
  @Field(() => codes, { description: 'The reason, for programs.' })
  code!: string;

  @Field({ description: 'The reason, for people.' })
  message!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'The input field that would have to differ, if it is one.',
  })
  path?: readonly string[];
}

@ObjectType({ description: 'A refusal that needs no more words.', implements: () => [Refusal] })
export class PlainRefusal extends Refusal {}

/**
 * Makes codes of refusals known, each with its meaning, and the type that carries them. To be
 * called beside the type, when its file is loaded.
 */
export const refusalType = (
  meaningOfCode: Readonly<Record<string, string>>,
  type: Newable<Refusal> = PlainRefusal,
): void => {
  for (const [code, description] of Object.entries(meaningOfCode)) {
    if (typeOfCode.has(code)) throw new Error(`The refusal code ${code} is registered twice`);
    codes[code] = code;
    meanings[code] = { description };
    typeOfCode.set(code, type);
  }
};

/** The concrete types, to be named to the schema builder. */
export const refusalClasses = (): readonly Newable[] => [
  ...new Set([PlainRefusal, ...typeOfCode.values()]),
];

@ObjectType({
  description: 'The thing has changed since the version that you expected.',
  implements: () => [Refusal],
})
export class VersionConflict extends Refusal {
  @Field(() => Int, { description: 'The version that it has now.' })
  currentVersion!: number;
}

refusalType(
  { VERSION_CONFLICT: 'The thing does not have the version that you expected.' },
  VersionConflict,
);
refusalType({ KEY_REUSED: 'The idempotency key was used before, with another input.' });
refusalType({
  OCCURRED_AT_AHEAD: 'occurredAt is more than five minutes ahead of the time of the server.',
});
