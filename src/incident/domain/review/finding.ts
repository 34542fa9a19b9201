import type { FindingKind } from './choices.js';

/** What a finding says. */
export type Found = {
  readonly findingKind: FindingKind;
  readonly text: string;
  readonly evidence: readonly string[];
};

/** A finding as it stands. */
export type Finding = Found & { readonly finding: string; readonly isWithdrawn: boolean };

export type FindingFacts = {
  /** The finding of this incident that the command names, if there is one. Strict: the version of its incident backs it. */
  readonly known?: Finding | undefined;
};
