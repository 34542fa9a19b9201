import type { ActorInput } from '../platform/graphql/command-input.js';
import { badUserInput } from '../platform/graphql/errors.js';
import { isTypeId } from '../platform/graphql/text.js';
import type { Identity } from './domain/identity.js';

/** The person whom a request names as its actor, and where it does. */
export type NamedActor = {
  readonly who: { readonly member: string } | Identity;
  readonly path: readonly string[];
};

const header = 'Bridgelog-Actor';
const identityShape = /^([a-z0-9_-]{1,50}):(.{1,200})$/;

/** Undefined if neither input nor header names one. Throws BAD_USER_INPUT if the two differ. */
export const namedActor = (
  input: ActorInput | null | undefined,
  fromHeader: string | undefined,
): NamedActor | undefined => {
  const told = fromHeader === undefined ? undefined : { who: parse(fromHeader), path: [header] };
  if (input === null || input === undefined) return told;
  const given = { who: whoIn(input), path: ['input', 'actor'] };
  if (told !== undefined && nameOf(told.who) !== nameOf(given.who)) {
    throw badUserInput([{ path: given.path, message: `differs from the header ${header}` }]);
  }
  return given;
};

/** As the header has it: `mem_...` or `<system>:<id>`. */
export const nameOf = (who: NamedActor['who']): string => {
  if ('member' in who) return who.member;
  const { system, externalId } = who;
  return `${system}:${system === 'email' ? externalId.toLowerCase() : externalId}`;
};

const whoIn = ({ member, externalId }: ActorInput): NamedActor['who'] =>
  externalId ? { system: externalId.system, externalId: externalId.id } : { member: member ?? '' };

const parse = (text: string): NamedActor['who'] => {
  if (isTypeId(text, 'mem')) return { member: text };
  const [, system, externalId] = identityShape.exec(text) ?? [];
  if (system !== undefined && externalId !== undefined) return { system, externalId };
  const message = 'must be a member (mem_...) or <system>:<id>, as slack:U024BE7LH';
  throw badUserInput([{ path: [header], message }]);
};
