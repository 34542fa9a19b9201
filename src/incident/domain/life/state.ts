import type { Instant } from '../../../kernel/instant.js';
import type { Mode, Phase, Severity } from '../choices.js';

export type LifeState = {
  readonly number: number;
  readonly reference: string;
  readonly title: string;
  readonly severity: Severity;
  readonly mode: Mode;
  readonly phase: Phase;
  readonly service: string | null;
  readonly declaredAt: Instant;
  readonly resolvedAt: Instant | null;
};
