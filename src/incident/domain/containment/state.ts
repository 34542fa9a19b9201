import type { Instant } from '../../../kernel/instant.js';

export type ContainmentState = {
  /** When the containment that holds, or held at the resolution, began. */
  readonly containedAt: Instant | null;
  readonly firstContainedAt: Instant | null;
  /** Seconds of the containments that were lost. */
  readonly containedFor: number;
  readonly containmentsLost: number;
};

export const initialContainment: ContainmentState = {
  containedAt: null,
  firstContainedAt: null,
  containedFor: 0,
  containmentsLost: 0,
};
