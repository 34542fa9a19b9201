import type { ValueOf } from '../../../kernel/field.js';
import type { Instant } from '../../../kernel/instant.js';
import type { impactStartSource } from '../choices.js';

export type ImpactStartSource = ValueOf<typeof impactStartSource>;

export type ScopeState = {
  /** As last assessed or corrected; an assessment that is silent about it leaves it as it was. */
  readonly impactStartedAt: Instant | null;
  readonly impactStartSource: ImpactStartSource | null;
  /** The event that holds the latest assessment, and how many there were. */
  readonly scope: { readonly event: string; readonly count: number } | null;
  /** How many assessments and corrections of the start there were. */
  readonly scopeRevisions: number;
};

export const initialScope: ScopeState = {
  impactStartedAt: null,
  impactStartSource: null,
  scope: null,
  scopeRevisions: 0,
};
