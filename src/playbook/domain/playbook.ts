import type { Guardrail, GuardrailMode, Nudge, Severity, UpdateAudience } from './choices.js';

/** One thing to look at in a check, and how to tell that it is bad. */
export type LookAt = { readonly title: string; readonly text: string };

/** A check as a playbook has it. */
export type PlaybookCheck = {
  /** Its key: `[a-z0-9-]`, at most 40 characters, unique in the playbook. */
  readonly check: string;
  readonly title: string;
  readonly lookAt: readonly LookAt[];
};

export type BySeverity<T> = Readonly<Record<Severity, T>>;

/** Minutes; null: never. */
export type Minutes = number | null;

/** What to look at first, what is noticed and what is reminded of. A version never changes. */
export type Playbook = {
  readonly name: string;
  readonly version: number;
  /** At most 30, in order. */
  readonly checks: readonly PlaybookCheck[];
  readonly guardrails: Readonly<Record<Guardrail, BySeverity<GuardrailMode>>>;
  /** Before what expires, of LEASE_EXPIRING and OFFER_EXPIRING; after its cause, of all others. */
  readonly clocks: Readonly<Record<Exclude<Nudge, 'SILENCE'>, BySeverity<Minutes>>>;
  /** How long an audience may hear nothing. */
  readonly silence: Readonly<Record<UpdateAudience, BySeverity<Minutes>>>;
};

/** `name@version`: how an incident names the version that it runs. */
export const referenceOf = ({ name, version }: Pick<Playbook, 'name' | 'version'>): string =>
  `${name}@${version}`;
