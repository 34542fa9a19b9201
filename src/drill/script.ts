import { readFileSync } from 'node:fs';

/** One mutation that somebody sends. */
export type Step = {
  /** When, on the drill's clock. */
  readonly at: string;
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
  /** Why the step is there, if the incident that is retold has no such moment. */
  readonly practice?: string;
};

/** An incident to play: `drills/*.json`. */
export type Script = {
  readonly title: string;
  /** Where its facts are published. */
  readonly source: string;
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
  input: Step['input'],
  kept: ReadonlyMap<string, unknown>,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(input).map(([field, value]) => {
      if (typeof value !== 'string' || !value.startsWith('$')) return [field, value];
      if (!kept.has(value.slice(1))) throw new Error(`no step before kept ${value}`);
      return [field, kept.get(value.slice(1))];
    }),
  );
