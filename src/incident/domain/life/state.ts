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
  /** The version that it runs, as `name@version`; null is the built-in one. */
  readonly playbook: string | null;
  readonly declaredAt: Instant;
  readonly acknowledgedAt: Instant | null;
  /** When the response was over, however it ended; null again when it was reopened. */
  readonly resolvedAt: Instant | null;
  /** The phase in which the response ended, and to which it would be reopened. */
  readonly resolvedFrom: Phase | null;
  readonly closedAt: Instant | null;
  /** The incident that goes on instead of it. */
  readonly mergedInto: string | null;
  /** In the order in which they were added. */
  readonly labels: readonly string[];
};
