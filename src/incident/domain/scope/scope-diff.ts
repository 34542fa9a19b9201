import type { Instant } from '../../../kernel/instant.js';
import type { SegmentKind } from '../choices.js';
import type { Scope } from './scope.js';
import type { ImpactStartSource } from './state.js';

/** A scope as it stood after a revision: its assessment, and the start as corrected since. */
export type StandingScope = {
  /** Null before the first assessment. */
  readonly assessment: Scope | null;
  readonly impactStartedAt: Instant | null;
  readonly impactStartSource: ImpactStartSource | null;
};

export type Differing<T> = { readonly before: T | null; readonly after: T | null };
export type ListDiff = { readonly added: readonly string[]; readonly removed: readonly string[] };

/** What changed from one revision to another; null where nothing did. */
export type ScopeDiff = {
  readonly extent: Differing<Scope['extent']> | null;
  readonly affected: Differing<Scope['affected']> | null;
  readonly estimate: Differing<number> | null;
  readonly impactStartedAt: Differing<Instant> | null;
  readonly impactStartSource: Differing<ImpactStartSource> | null;
  readonly summary: Differing<string> | null;
  readonly features: ListDiff;
  /** Only kinds of which values were added or removed. */
  readonly segments: readonly (ListDiff & { readonly kind: SegmentKind })[];
};

export const scopeDiff = (from: StandingScope, to: StandingScope): ScopeDiff => {
  const before: Partial<Scope> = from.assessment ?? {};
  const after: Partial<Scope> = to.assessment ?? {};
  return {
    extent: differing(before.extent, after.extent),
    affected: differing(before.affected, after.affected),
    estimate: differing(before.estimate, after.estimate),
    impactStartedAt: differing(from.impactStartedAt, to.impactStartedAt),
    impactStartSource: differing(from.impactStartSource, to.impactStartSource),
    summary: differing(before.summary, after.summary),
    features: listDiff(before.features, after.features),
    segments: segmentsDiff(before.segments, after.segments),
  };
};

const differing = <T>(before: T | null = null, after: T | null = null): Differing<T> | null =>
  before === after ? null : { before, after };

const listDiff = (before: readonly string[] = [], after: readonly string[] = []): ListDiff => ({
  added: [...new Set(after)].filter((one) => !before.includes(one)),
  removed: [...new Set(before)].filter((one) => !after.includes(one)),
});

/** Values of one kind are one group, in however many segments they were named. */
const segmentsDiff = (before: Scope['segments'] = [], after: Scope['segments'] = []) => {
  const kinds = new Set([...before, ...after].map(({ kind }) => kind));
  return [...kinds]
    .map((kind) => ({ kind, ...listDiff(valuesOf(before, kind), valuesOf(after, kind)) }))
    .filter(({ added, removed }) => added.length + removed.length > 0);
};

const valuesOf = (segments: Scope['segments'], kind: SegmentKind): readonly string[] =>
  segments.filter((one) => one.kind === kind).flatMap(({ values }) => values);
