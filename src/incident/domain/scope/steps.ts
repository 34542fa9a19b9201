import type { StepsOf } from '../steps.js';
import type { scopeEvents } from './events.js';

export const scopeSteps: StepsOf<typeof scopeEvents> = {
  ScopeAssessed: {
    after: ({ impactStartedAt, scope }, { id, data }) => ({
      impactStartedAt: data.impactStartedAt ?? impactStartedAt,
      scope: { event: id, count: (scope?.count ?? 0) + 1 },
    }),
  },
};
