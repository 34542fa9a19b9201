import { Field, InterfaceType, ObjectType } from '@nestjs/graphql';
import type { Newable } from './newable.js';

/** Filled by registration, and read when a notice is answered. */
const typeOfCode = new Map<string, Newable<Notice>>();

@InterfaceType({
  description: 'Something worth knowing about a command that was accepted.',
  resolveType: ({ code }: Notice) => typeOfCode.get(code) ?? PlainNotice,
})
export abstract class Notice {
  @Field({ description: 'What it is about, for programs.' })
  code!: string;

  @Field({ description: 'What it is about, for people.' })
  message!: string;
}

@ObjectType({ description: 'A notice that needs no more words.', implements: () => [Notice] })
export class PlainNotice extends Notice {}

/** Names the type that carries the notices of a code. To be called beside the type. */
export const noticeType = (code: string, type: Newable<Notice>): void => {
  if (typeOfCode.has(code)) throw new Error(`The notice code ${code} is registered twice`);
  typeOfCode.set(code, type);
};

/** The concrete types, to be named to the schema builder. */
export const noticeClasses = (): readonly Newable[] => [
  ...new Set([PlainNotice, ...typeOfCode.values()]),
];
