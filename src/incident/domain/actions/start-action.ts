import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { unresolved } from '../choices.js';
import type { ActionIntent } from '../choices.js';
import type { IncidentEvent } from '../events.js';
import { when } from '../guardrails/trip.js';
import type { Trip } from '../guardrails/trip.js';
import { incidentNotFound, wrongPhase } from '../life/refusals.js';
import type { IncidentRefusal } from '../refusals.js';
import type { IncidentDecision, IncidentRule, PlaybookFacts } from '../rule.js';
import type { DeclaredIncident } from '../state.js';
import { isProposal, isTurnedDown } from './action.js';
import type { ActionFacts, AliasFacts } from './action.js';
import { exclusively, ownId } from './claim.js';
import { badLease, leaseDue, leaseFrom } from './lease.js';
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

type Told = Facts & PlaybookFacts & ActionFacts & AliasFacts;

/** An action that nobody proposed, or one that was proposed with the same words. */
export const startAction: IncidentRule<StartAction, Told> = (command, incident, facts) => {
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
  { now, known, aliases, playbook: { windows } }: Told,
): IncidentDecision => {
  const { action, kind, intent, remark, leaseMinutes = windows.leaseMinutes } = command;
  const obstacles = [...noRoom(incident), ...badLease(leaseMinutes, 'leaseMinutes')];
  const aim = aimAt(command.target, aliases);
  if ('code' in aim) return refuse(...obstacles, aim);
  if (obstacles.length > 0) return refuse(...obstacles);

  const approved = known === undefined ? undefined : known.status === 'APPROVED';
  const lease = leaseFrom(now, leaseMinutes);
  const started: IncidentEvent = {
    type: 'ActionStarted',
    data: { action, ...aim, kind, intent, approved, remark, ...lease },
  };
  const claim = exclusively({ action, target: aim.target, intent });
  return {
    ...accept(started),
    take: known === undefined ? [ownId(action, command.start), ...claim] : claim,
    due: [leaseDue(action, lease.leaseUntil)],
    trips: metBy({ target: aim.target, intent }, incident),
  };
};

const metBy = (
  { target, intent }: { readonly target: string; readonly intent: ActionIntent },
  incident: DeclaredIncident,
): readonly Trip[] =>
  when(intent !== 'DIAGNOSE' && incident.commander === null, {
    guardrail: 'NO_COMMANDER',
    subject: target,
  });

const noRoom = ({ phase, openActions }: DeclaredIncident): IncidentRefusal[] => [
  ...(unresolved.includes(phase) ? [] : [wrongPhase(phase, unresolved)]),
  ...(openActions < maxOpenActions ? [] : [refusals.tooManyOpenActions(openActions)]),
];
