import { secondsBetween } from '../../../kernel/instant.js';
import type { Instant } from '../../../kernel/instant.js';
import type { StepsOf } from '../steps.js';
import type { containmentEvents } from './events.js';
import type { ContainmentState } from './state.js';

/** A containment that no longer holds: its time is added to that of the earlier ones. */
export const endOfContainment = (
  { containedAt, containedFor }: ContainmentState,
  at: Instant,
): Pick<ContainmentState, 'containedAt' | 'containedFor'> => ({
  containedAt: null,
  containedFor:
    containedFor + (containedAt === null ? 0 : Math.max(0, secondsBetween(containedAt, at))),
});

export const containmentSteps: StepsOf<typeof containmentEvents> = {
  IncidentContained: {
    fits: ({ phase }) => phase === 'INVESTIGATING',
    after: ({ firstContainedAt }, { occurredAt }) => ({
      phase: 'CONTAINED',
      containedAt: occurredAt,
      firstContainedAt: firstContainedAt ?? occurredAt,
    }),
  },
  ContainmentLost: {
    fits: ({ phase }) => phase === 'CONTAINED',
    after: (incident, { occurredAt }) => ({
      phase: 'INVESTIGATING',
      containmentsLost: incident.containmentsLost + 1,
      ...endOfContainment(incident, occurredAt),
    }),
  },
};
