import type { Instant } from '../../../kernel/instant.js';

export type ScopeState = {
  /** As last assessed; an assessment that is silent about it leaves it as it was. */
  readonly impactStartedAt: Instant | null;
  /** The event that holds the latest assessment, and how many there were. */
  readonly scope: { readonly event: string; readonly count: number } | null;
};

export const initialScope: ScopeState = { impactStartedAt: null, scope: null };
