import { secondsBetween } from '../../../kernel/instant.js';
import type { Instant } from '../../../kernel/instant.js';
import type { DeclaredIncident } from '../state.js';

type Contained = Pick<
  DeclaredIncident,
  | 'impactStartedAt'
  | 'declaredAt'
  | 'resolvedAt'
  | 'containedAt'
  | 'firstContainedAt'
  | 'containedFor'
  | 'containmentsLost'
>;

/** How long users were hurt, and how long they were not although the incident went on. */
export type Containment = {
  /** At the resolution, if there was one. */
  readonly isContained: boolean;
  readonly firstContainedAt: Instant | null;
  readonly containedAt: Instant | null;
  readonly lostCount: number;
  readonly minutesUncontained: number;
  readonly minutesContained: number;
};

/**
 * Whole minutes, from the impact's start (the declaration while it is not known) to the
 * resolution or `now`. What the containment that holds lasted before the impact's start counts
 * for nothing; those that were lost count in full, but all together for no more than the whole.
 */
export const containmentOf = (incident: Contained, now: Instant): Containment => {
  const { containedAt, resolvedAt } = incident;
  const end = resolvedAt ?? now;
  const since = incident.impactStartedAt ?? incident.declaredAt;
  const whole = Math.max(0, secondsBetween(since, end));
  const current = containedAt === null ? 0 : Math.max(0, secondsBetween(containedAt, end));
  const contained = Math.min(whole, incident.containedFor + current);
  return {
    isContained: containedAt !== null,
    firstContainedAt: incident.firstContainedAt,
    containedAt,
    lostCount: incident.containmentsLost,
    minutesUncontained: Math.floor((whole - contained) / 60),
    minutesContained: Math.floor(contained / 60),
  };
};
