import { readFileSync } from 'node:fs';

type Moment = {
  /** When, on the drill's clock. */
  readonly at: string;
  /** Why the step is there, if the incident that is retold has no such moment. */
  readonly practice?: string;
};

/** One mutation that somebody sends. */
export type Sent = Moment & {
  /** A key of `people` or `tools`. */
  readonly by: string;
  /** The name of the mutation. */
  readonly do: string;
  /** Values that begin with `$` stand for what an earlier step kept. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Names for parts of the answer, by their path in it. */
  readonly keep?: Readonly<Record<string, string>>;
  /** The code that it has to be refused with; without it, it has to be accepted. */
  readonly refused?: string;
};

/** A look at the incident, which has to show this by itself within ten seconds. */
export type Look = Moment & {
  /** What it says to people who follow the drill. */
  readonly look: string;
  /** Fields of the incident, as a selection of GraphQL. */
  readonly fields: string;
  /** What they have to hold at least; lists whole, and in this order. */
  readonly shows: Readonly<Record<string, unknown>>;
};

export type Step = Sent | Look;

/** An incident to play: `drills/*.json`. */
export type Script = {
  readonly title: string;
  /** Where its facts are published; absent if it is made up. */
  readonly source?: string;
  readonly note: string;
  readonly begins: string;
  readonly people: Readonly<Record<string, string>>;
  readonly tools: Readonly<Record<string, string>>;
  /** While the subscriber is cut off. */
  readonly cut: { readonly from: string; readonly to: string };
  readonly steps: readonly Step[];
};

export const readScript = (path: string): Script =>
  JSON.parse(readFileSync(path, 'utf8')) as Script;

/** The input with what earlier steps kept in place of `$name`. Throws for a name nobody kept. */
export const filledIn = (
  input: Sent['input'],
  kept: ReadonlyMap<string, unknown>,
): Record<string, unknown> => within(input, kept);

const within = (input: object, kept: ReadonlyMap<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(input).map(([field, value]) => [field, filled(value, kept)]));

const filled = (value: unknown, kept: ReadonlyMap<string, unknown>): unknown => {
  if (Array.isArray(value)) return value.map((one) => filled(one, kept));
  if (typeof value === 'object' && value !== null) return within(value, kept);
  if (typeof value !== 'string' || !value.startsWith('$')) return value;
  if (!kept.has(value.slice(1))) throw new Error(`no step before kept ${value}`);
  return kept.get(value.slice(1));
};
