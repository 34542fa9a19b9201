import type { Incident } from '../state.js';
import type { IncidentDecision } from '../rule.js';
import { incidentMerged } from './refusals.js';

/** What is refused to a merged incident for its phase is for the incident that goes on instead. */
export const pointedOn = (decision: IncidentDecision, incident: Incident): IncidentDecision => {
  const into = incident.status === 'declared' ? incident.mergedInto : null;
  return 'refusals' in decision && into !== null
    ? {
        ...decision,
        refusals: decision.refusals.map((one) =>
          one.code === 'WRONG_PHASE' ? incidentMerged(into) : one,
        ),
      }
    : decision;
};
