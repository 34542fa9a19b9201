import type { Guardrail, GuardrailMode, UpdateAudience } from './choices.js';
import { bySeverity, kinds, minutesOf, modesOf } from './content.js';
import type { BySeverity, Minutes, PlaybookContent, TimedNudge } from './content.js';

export type { BySeverity, Minutes } from './content.js';

/** What to look at first, what is noticed and what is reminded of. A version never changes. */
export type Playbook = Pick<
  PlaybookContent,
  'title' | 'description' | 'checks' | 'suggestions' | 'windows' | 'templates'
> & {
  readonly name: string;
  readonly version: number;
  readonly guardrails: Readonly<Record<Guardrail, BySeverity<GuardrailMode>>>;
  /** Before what expires, of LEASE_EXPIRING and OFFER_EXPIRING; after its cause, of all others. */
  readonly clocks: Readonly<Record<TimedNudge, BySeverity<Minutes>>>;
  /** How long an audience may hear nothing. */
  readonly silence: Readonly<Record<UpdateAudience, BySeverity<Minutes>>>;
};

/**
 * A version as incidents run it. What came into being after it was published is off, and no one
 * is reminded of it.
 */
export const playbookOf = (
  { name, version }: Pick<Playbook, 'name' | 'version'>,
  content: PlaybookContent,
): Playbook => {
  const { title, description, checks, suggestions, windows, templates } = content;
  return {
    ...{ name, version, title, description, checks, suggestions, windows, templates },
    guardrails: byKey(kinds.guardrails, (one) => modesOf(content, one) ?? off),
    clocks: byKey(kinds.timedNudges, (one) => minutesOf(content, one) ?? never),
    silence: byKey(kinds.audiences, (one) => minutesOf(content, 'SILENCE', one) ?? never),
  };
};

const off = bySeverity<GuardrailMode>(() => 'OFF');
const never = bySeverity<Minutes>(() => null);

const byKey = <K extends string, T>(keys: readonly K[], valueOf: (key: K) => T): Record<K, T> =>
  Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<K, T>;

/** The playbook that comes with Bridgelog: nobody else can have its name. */
export const builtInName = 'first-thirty-minutes';

/** `name@version`: how an incident names the version that it runs. */
export const referenceOf = ({ name, version }: Pick<Playbook, 'name' | 'version'>): string =>
  `${name}@${version}`;

/** The name and, if it is said, the version of `name` or `name@version`; undefined if it is neither. */
export const parseReference = (
  given: string,
): { readonly name: string; readonly version: number | undefined } | undefined => {
  const [, name, version] = /^([a-z0-9-]{1,60})(?:@([1-9]\d{0,8}))?$/.exec(given) ?? [];
  return name === undefined
    ? undefined
    : { name, version: version === undefined ? undefined : Number(version) };
};
