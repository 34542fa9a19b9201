import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { unresolved } from '../choices.js';
import type { IncidentEvent } from '../events.js';
import { incidentNotFound, wrongPhase } from '../life/refusals.js';
import { timeIn } from '../mode.js';
import type { IncidentRefusal } from '../refusals.js';
import type { IncidentRule } from '../rule.js';
import type { DeclaredIncident } from '../state.js';
import { isUnderWay } from './action.js';
import type { ActionFacts } from './action.js';
import { claimed } from './claim.js';
import type { ClaimFacts } from './claim.js';
import { badLease, leaseEnds, leaseFrom } from './lease.js';
import { actionNotOpen, tooManyOpenActions } from './refusals.js';
import { maxOpenActions } from './state.js';

export type ExtendAction = {
  readonly action: string;
  /** From now on; less than was left shortens the lease. */
  readonly minutes: number;
};

/**
 * After expiry it claims the target again: that is for an incident which is not over, as every
 * start. Work that still has its target may go on in every phase.
 */
export const extendAction: IncidentRule<ExtendAction, Facts & ActionFacts & ClaimFacts> = (
  { action, minutes },
  incident,
  facts,
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { known } = facts;
  if (!isUnderWay(known)) return refuse(actionNotOpen(action));
  const afterExpiry = known.status === 'EXPIRED' || undefined;
  const obstacles = [...badLease(minutes, 'minutes'), ...(afterExpiry ? noRoom(incident) : [])];
  if (obstacles.length > 0) return refuse(...obstacles);

  const lease = leaseFrom(timeIn(incident, facts), minutes);
  if (!afterExpiry && lease.leaseUntil === known.leaseUntil) return accept();
  const extended: IncidentEvent = {
    type: 'ActionExtended',
    data: { action, ...lease, afterExpiry },
  };
  const due = leaseEnds(action, lease, incident);
  return afterExpiry
    ? claimed({ ...accept(extended), due, trips: [] }, known, incident, facts)
    : { ...accept(extended), due };
};

const noRoom = ({ phase, openActions }: DeclaredIncident): IncidentRefusal[] => [
  ...(unresolved.includes(phase) ? [] : [wrongPhase(phase, unresolved)]),
  ...(openActions < maxOpenActions ? [] : [tooManyOpenActions(openActions)]),
];
