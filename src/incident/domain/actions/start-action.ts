import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { unresolved } from '../choices.js';
import type { IncidentEvent } from '../events.js';
import { metByChange } from '../guardrails/changes.js';
import type { TriedFacts } from '../guardrails/changes.js';
import { incidentNotFound, wrongPhase } from '../life/refusals.js';
import { timeIn } from '../mode.js';
import type { IncidentRefusal } from '../refusals.js';
import type { IncidentDecision, IncidentRule, PlaybookFacts } from '../rule.js';
import type { DeclaredIncident } from '../state.js';
import { isProposal, isTurnedDown } from './action.js';
import type { ActionFacts, AliasFacts } from './action.js';
import { claimed, ownId } from './claim.js';
import type { ClaimFacts } from './claim.js';
import { badLease, leaseEnds, leaseFrom } from './lease.js';
import * as refusals from './refusals.js';
import { maxOpenActions } from './state.js';
import { aimAt, isSameWork } from './work.js';
import type { Work } from './work.js';

export type StartAction = Work & {
  readonly action: string;
  /** Unique to this call, such as the id of the event to come: tells a repeat from a new start. */
  readonly start: string;
  readonly remark?: string | undefined;
  readonly leaseMinutes?: number | undefined;
};

export type StartActionFacts = Facts &
  PlaybookFacts &
  ActionFacts &
  AliasFacts &
  ClaimFacts &
  TriedFacts;

/** An action that nobody proposed, or one that was proposed with the same words. */
export const startAction: IncidentRule<StartAction, StartActionFacts> = (
  command,
  incident,
  facts,
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { known, aliases } = facts;
  if (isTurnedDown(known)) return refuse(refusals.actionTurnedDown(known));
  const isStarted = known?.status === 'STARTED';
  if (known === undefined || isProposal(known) || isStarted) {
    if (known && !isSameWork(known, command, aliases))
      return refuse(refusals.actionExists(command.action, known));
    return isStarted ? accept() : start(command, incident, facts);
  }
  return refuse(refusals.actionExists(command.action));
};

const start = (
  command: StartAction,
  incident: DeclaredIncident,
  facts: StartActionFacts,
): IncidentDecision => {
  const { known, aliases, playbook } = facts;
  const { action, kind, intent, remark, leaseMinutes = playbook.windows.leaseMinutes } = command;
  const obstacles = [...noRoom(incident), ...badLease(leaseMinutes, 'leaseMinutes')];
  const aim = aimAt(command.target, aliases);
  if ('code' in aim) return refuse(...obstacles, aim);
  if (obstacles.length > 0) return refuse(...obstacles);

  const approved = known === undefined ? undefined : known.status === 'APPROVED';
  const lease = leaseFrom(timeIn(incident, facts), leaseMinutes);
  const started: IncidentEvent = {
    type: 'ActionStarted',
    data: { action, ...aim, kind, intent, approved, remark, ...lease },
  };
  const starting = { action, target: aim.target, intent, isApproved: approved === true };
  const decision = {
    ...accept(started),
    take: known === undefined ? [ownId(action, command.start)] : [],
    due: leaseEnds(action, lease, incident),
    trips: metByChange(starting, incident, facts),
  };
  return claimed(decision, starting, incident, facts);
};

const noRoom = ({ phase, openActions }: DeclaredIncident): IncidentRefusal[] => [
  ...(unresolved.includes(phase) ? [] : [wrongPhase(phase, unresolved)]),
  ...(openActions < maxOpenActions ? [] : [refusals.tooManyOpenActions(openActions)]),
];
