import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { unresolved } from '../choices.js';
import type { IncidentEvent } from '../events.js';
import { incidentNotFound, wrongPhase } from '../life/refusals.js';
import type { IncidentRefusal } from '../refusals.js';
import type { IncidentRule } from '../rule.js';
import type { DeclaredIncident } from '../state.js';
import { isProposal } from './action.js';
import type { ActionFacts, AliasFacts } from './action.js';
import { ownId } from './claim.js';
import * as refusals from './refusals.js';
import { maxOpenProposals } from './state.js';
import { aimAt, isSameWork } from './work.js';
import type { Work } from './work.js';

export type ProposeAction = Work & {
  readonly action: string;
  /** Unique to this call, such as the id of the event to come: tells a repeat from another. */
  readonly call: string;
  readonly remark?: string | undefined;
};

/** Claims nothing: the target is taken by the start. */
export const proposeAction: IncidentRule<ProposeAction, Facts & ActionFacts & AliasFacts> = (
  command,
  incident,
  { known, aliases },
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { action, call, kind, intent, remark } = command;
  if (isProposal(known))
    return isSameWork(known, command, aliases)
      ? accept()
      : refuse(refusals.actionExists(action, known));
  if (known !== undefined) return refuse(refusals.actionExists(action));

  const aim = aimAt(command.target, aliases);
  if ('code' in aim) return refuse(...noRoom(incident), aim);
  if (noRoom(incident).length > 0) return refuse(...noRoom(incident));
  const proposed: IncidentEvent = {
    type: 'ActionProposed',
    data: { action, ...aim, kind, intent, remark },
  };
  return { ...accept(proposed), take: [ownId(action, call)] };
};

const noRoom = ({ phase, openProposals }: DeclaredIncident): IncidentRefusal[] => [
  ...(unresolved.includes(phase) ? [] : [wrongPhase(phase, unresolved)]),
  ...(openProposals < maxOpenProposals ? [] : [refusals.tooManyProposals(openProposals)]),
];
