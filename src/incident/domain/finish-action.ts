import { accept, refuse } from '../../kernel/decision.js';
import type { ActionOutcome } from './choices.js';
import { claims } from './claim.js';
import type { IncidentEvent } from './events.js';
import { openAction } from './incident.js';
import { actionNotOpen, incidentNotFound } from './refusals.js';
import type { IncidentRule } from './rule.js';

export type FinishAction = {
  readonly action: string;
  readonly outcome: ActionOutcome;
  readonly remark?: string | undefined;
  readonly evidence?: readonly string[] | undefined;
};

/** Open in every phase: work may still run when the incident is resolved. */
export const finishAction: IncidentRule<FinishAction> = (command, incident) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { action, outcome, remark, evidence = [] } = command;
  const open = openAction(incident, action);
  if (open === undefined) return refuse(actionNotOpen(action));
  const finished: IncidentEvent = {
    type: 'ActionFinished',
    data: { action, outcome, remark, evidence },
  };
  return {
    ...accept(finished),
    release: claims(open),
    due: [{ kind: 'lease', subject: action, at: null }],
  };
};
