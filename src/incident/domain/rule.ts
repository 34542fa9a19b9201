import type { Decision, Facts } from '../../kernel/decision.js';
import type { IncidentEvent } from './events.js';
import type { Incident } from './incident.js';
import type { IncidentRefusal } from './refusals.js';

/** A decision of the incident: the kernel's `Decide`, for rules that may need more facts. */
export type IncidentRule<C, F extends Facts = Facts> = (
  command: C,
  incident: Incident,
  facts: F,
) => Decision<IncidentEvent, IncidentRefusal>;
