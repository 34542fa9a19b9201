import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import type { ActionOutcome } from '../choices.js';
import type { IncidentEvent } from '../events.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule } from '../rule.js';
import type { ActionFacts } from './action.js';
import { claims } from './claim.js';
import { actionNotOpen } from './refusals.js';

export type FinishAction = {
  readonly action: string;
  readonly outcome: ActionOutcome;
  readonly remark?: string | undefined;
  readonly evidence?: readonly string[] | undefined;
};

/** Open in every phase: work may still run when the incident is resolved. */
export const finishAction: IncidentRule<FinishAction, Facts & ActionFacts> = (
  command,
  incident,
  { known },
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { action, outcome, remark, evidence = [] } = command;
  if (known?.isOpen !== true) return refuse(actionNotOpen(action));
  const finished: IncidentEvent = {
    type: 'ActionFinished',
    data: { action, outcome, remark, evidence },
  };
  return {
    ...accept(finished),
    release: claims(known),
    due: [{ kind: 'lease', subject: action, at: null }],
  };
};
