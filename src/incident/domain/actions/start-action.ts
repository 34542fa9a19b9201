import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts, Reservation } from '../../../kernel/decision.js';
import { plusSeconds } from '../../../kernel/instant.js';
import { unresolved } from '../choices.js';
import type { ActionIntent, ActionKind } from '../choices.js';
import type { IncidentEvent } from '../events.js';
import { incidentNotFound, wrongPhase } from '../life/refusals.js';
import type { IncidentRefusal } from '../refusals.js';
import type { IncidentRule } from '../rule.js';
import type { DeclaredIncident } from '../state.js';
import type { Action, ActionFacts } from './action.js';
import { claims } from './claim.js';
import * as refusals from './refusals.js';
import { maxOpenActions } from './state.js';
import { parseTarget } from './target.js';

export type StartAction = {
  readonly action: string;
  /** Unique to this call, such as the id of the event to come: tells a repeat from a new start. */
  readonly start: string;
  readonly target: string;
  readonly kind: ActionKind;
  readonly intent: ActionIntent;
  readonly remark?: string | undefined;
  readonly leaseMinutes?: number | undefined;
};

const maxLeaseMinutes = 1440;

/** The lease counts from the clock and not from `occurredAt`, so that it never begins ended. */
export const startAction: IncidentRule<StartAction, Facts & ActionFacts> = (
  command,
  incident,
  { now, known },
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { action, kind, intent, remark, leaseMinutes = 15 } = command;
  const target = parseTarget(command.target);
  if (known?.isOpen === true)
    return isTheSame(known, { target, kind, intent })
      ? accept()
      : refuse(refusals.actionExists(action));

  const obstacles = [...noRoom(incident), ...badLease(leaseMinutes)];
  if (target === undefined) return refuse(...obstacles, refusals.targetInvalid(command.target));
  if (obstacles.length > 0) return refuse(...obstacles);

  const lease = `PT${leaseMinutes}M`;
  const leaseUntil = plusSeconds(now, leaseMinutes * 60);
  const started: IncidentEvent = {
    type: 'ActionStarted',
    data: { action, target, kind, intent, remark, lease, leaseUntil },
  };
  return {
    ...accept(started),
    take: [ownId(command), ...exclusively({ action, target, intent })],
    due: [{ kind: 'lease', subject: action, at: leaseUntil }],
  };
};

const isTheSame = (
  open: Action,
  asked: Pick<Action, 'kind' | 'intent'> & { readonly target: string | undefined },
): boolean =>
  open.target === asked.target && open.kind === asked.kind && open.intent === asked.intent;

const noRoom = ({ phase, openActions }: DeclaredIncident): IncidentRefusal[] => [
  ...(unresolved.includes(phase) ? [] : [wrongPhase(phase, unresolved)]),
  ...(openActions < maxOpenActions ? [] : [refusals.tooManyOpenActions(openActions)]),
];

const badLease = (minutes: number): IncidentRefusal[] =>
  Number.isInteger(minutes) && minutes >= 1 && minutes <= maxLeaseMinutes
    ? []
    : [refusals.leaseInvalid(1, maxLeaseMinutes)];

const exclusively = (
  action: Pick<Action, 'action' | 'target' | 'intent'>,
): Reservation<IncidentRefusal>[] =>
  claims(action).map((claim) => ({ ...claim, refusal: refusals.actionConflict }));

/** Never released: the id of an action that has ended, or of another incident, stays taken. */
const ownId = ({ action, start }: StartAction): Reservation<IncidentRefusal> => ({
  space: 'client-id',
  key: action,
  holder: start,
  refusal: () => refusals.actionExists(action),
});
