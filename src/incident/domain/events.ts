import type { EventOf } from '../../kernel/event.js';
import { actionsEvents } from './actions/events.js';
import { checksEvents } from './checks/events.js';
import { commandEvents } from './command/events.js';
import { communicationEvents } from './communication/events.js';
import { containmentEvents } from './containment/events.js';
import { hypothesesEvents } from './hypotheses/events.js';
import { lifeEvents } from './life/events.js';
import { logEvents } from './log/events.js';
import { rolesEvents } from './roles/events.js';
import { scopeEvents } from './scope/events.js';
import { suspectsEvents } from './suspects/events.js';
import { followUpsEvents } from './follow-ups/events.js';
import { reviewEvents } from './review/events.js';
import { clocksEvents } from './clocks/events.js';
import { guardrailsEvents } from './guardrails/events.js';
import { helpEvents } from './help/events.js';
import { playbookEvents } from './playbook/events.js';
import { referencesEvents } from './references/events.js';
import { sightEvents } from './sight/events.js';

/** Stored for good: add optional fields, never rename or repurpose one. */
export const incidentEvents = {
  ...lifeEvents,
  ...commandEvents,
  ...rolesEvents,
  ...scopeEvents,
  ...suspectsEvents,
  ...actionsEvents,
  ...checksEvents,
  ...hypothesesEvents,
  ...containmentEvents,
  ...communicationEvents,
  ...logEvents,
  ...sightEvents,
  ...referencesEvents,
  ...helpEvents,
  ...guardrailsEvents,
  ...clocksEvents,
  ...reviewEvents,
  ...followUpsEvents,
  ...playbookEvents,
};

export type IncidentEvent = EventOf<typeof incidentEvents>;
