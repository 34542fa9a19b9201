import type { Instant } from '../../../kernel/instant.js';

/** A review that was started. What it says stands in the rows of its editions. */
export type Review = {
  /** The member who leads it. */
  readonly lead: string;
  /** When it should be published. */
  readonly dueAt: Instant | null;
  /** How many were published. */
  readonly editions: number;
};

export type ReviewState = {
  /** An incident has one review; null until it is started. */
  readonly review: Review | null;
  /** How many stand: withdrawn ones do not count. */
  readonly findings: number;
};

export const initialReview: ReviewState = { review: null, findings: 0 };

export const maxFindings = 500;
