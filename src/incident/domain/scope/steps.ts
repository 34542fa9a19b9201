import type { StepsOf } from '../steps.js';
import type { scopeEvents } from './events.js';

export const scopeSteps: StepsOf<typeof scopeEvents> = {
  ScopeAssessed: {
    after: (incident, { id, data }) => ({
      impactStartedAt: data.impactStartedAt ?? incident.impactStartedAt,
      impactStartSource: data.impactStartSource ?? incident.impactStartSource,
      scope: { event: id, count: (incident.scope?.count ?? 0) + 1 },
      scopeRevisions: incident.scopeRevisions + 1,
    }),
  },
  ImpactStartCorrected: {
    after: (incident, { data }) => ({
      impactStartedAt: data.impactStartedAt ?? incident.impactStartedAt,
      impactStartSource: data.impactStartSource ?? incident.impactStartSource,
      scopeRevisions: incident.scopeRevisions + 1,
    }),
  },
};
