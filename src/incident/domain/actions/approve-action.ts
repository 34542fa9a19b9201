import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { unresolved } from '../choices.js';
import { directedTerm, directiveRefusals } from '../command/directive.js';
import { incidentNotFound, wrongPhase } from '../life/refusals.js';
import type { IncidentRefusal } from '../refusals.js';
import type { IncidentRule } from '../rule.js';
import type { DeclaredIncident } from '../state.js';
import { isProposal, isTurnedDown } from './action.js';
import type { Action, ActionFacts } from './action.js';
import * as refusals from './refusals.js';

export type ApproveAction = {
  readonly action: string;
  readonly term?: number | undefined;
  readonly remark?: string | undefined;
};

export const approveAction: IncidentRule<ApproveAction, Facts & ActionFacts> = (
  { action, term, remark },
  incident,
  facts,
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const obstacles = [
    ...directiveRefusals(term, incident, facts),
    ...wrongTime(incident),
    ...notWaiting(action, facts.known),
  ];
  if (obstacles.length > 0) return refuse(...obstacles);
  return facts.known?.status === 'APPROVED'
    ? accept()
    : accept({
        type: 'ActionApproved',
        data: { action, directedIn: directedTerm(incident), remark },
      });
};

const wrongTime = ({ phase }: DeclaredIncident): IncidentRefusal[] =>
  unresolved.includes(phase) ? [] : [wrongPhase(phase, unresolved)];

const notWaiting = (action: string, known: Action | undefined): IncidentRefusal[] => {
  if (isProposal(known)) return [];
  return isTurnedDown(known)
    ? [refusals.actionTurnedDown(known)]
    : [refusals.actionNotProposed(action, known?.status)];
};
