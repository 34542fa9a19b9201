import type { FoldedEvent } from '../../kernel/event.js';
import { actionsSteps } from './actions/steps.js';
import { checksSteps } from './checks/steps.js';
import { commandSteps } from './command/steps.js';
import { communicationSteps } from './communication/steps.js';
import { containmentSteps } from './containment/steps.js';
import type { IncidentEvent, incidentEvents } from './events.js';
import { hypothesesSteps } from './hypotheses/steps.js';
import { declare, lifeSteps } from './life/steps.js';
import { logSteps } from './log/steps.js';
import { rolesSteps } from './roles/steps.js';
import { followUpsSteps } from './follow-ups/steps.js';
import { reviewSteps } from './review/steps.js';
import { clocksSteps } from './clocks/steps.js';
import { trackClocks } from './clocks/track-clocks.js';
import { guardrailsSteps } from './guardrails/steps.js';
import { helpSteps } from './help/steps.js';
import { playbookSteps } from './playbook/steps.js';
import { referencesSteps } from './references/steps.js';
import { scopeSteps } from './scope/steps.js';
import { sightSteps } from './sight/steps.js';
import type { DeclaredIncident, Incident } from './state.js';
import type { Step, StepsOf } from './steps.js';
import { suspectsSteps } from './suspects/steps.js';

export type { DeclaredIncident, Incident } from './state.js';

export const initialIncident: Incident = { status: 'undeclared' };

type Happened = FoldedEvent<IncidentEvent>;
type Later = Exclude<Happened, { readonly type: 'IncidentDeclared' }>;

const steps: StepsOf<Omit<typeof incidentEvents, 'IncidentDeclared'>> = {
  ...lifeSteps,
  ...commandSteps,
  ...rolesSteps,
  ...scopeSteps,
  ...suspectsSteps,
  ...actionsSteps,
  ...checksSteps,
  ...hypothesesSteps,
  ...containmentSteps,
  ...communicationSteps,
  ...logSteps,
  ...sightSteps,
  ...referencesSteps,
  ...helpSteps,
  ...guardrailsSteps,
  ...clocksSteps,
  ...reviewSteps,
  ...followUpsSteps,
  ...playbookSteps,
};

/** Whether the event makes sense in this state. */
export const applies = (incident: Incident, event: Happened): boolean =>
  event.type === 'IncidentDeclared'
    ? incident.status === 'undeclared'
    : incident.status === 'declared' && fits(incident, event);

export const evolve = (incident: Incident, event: Happened): Incident => {
  if (event.type === 'IncidentDeclared')
    return incident.status === 'undeclared'
      ? trackClocks(incident, event, declare(event))
      : incident;
  return incident.status === 'declared' && fits(incident, event)
    ? after(incident, event)
    : incident;
};

const stepOf = (event: Later): Step<Later> => steps[event.type] as Step<Later>;

const fits = (incident: DeclaredIncident, event: Later): boolean =>
  stepOf(event).fits?.(incident, event) ?? true;

const after = (incident: DeclaredIncident, event: Later): DeclaredIncident => {
  const changed = stepOf(event).after?.(incident, event);
  return trackClocks(incident, event, changed ? { ...incident, ...changed } : incident);
};
