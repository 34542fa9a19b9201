import type { StepsOf } from '../steps.js';
import type { containmentEvents } from './events.js';

export const containmentSteps: StepsOf<typeof containmentEvents> = {
  IncidentContained: {
    fits: ({ phase }) => phase === 'INVESTIGATING',
    after: (_incident, { occurredAt }) => ({ phase: 'CONTAINED', containedAt: occurredAt }),
  },
};
