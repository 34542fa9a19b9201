import type { Accepted, Held, Holder, Reservation } from '../../../kernel/decision.js';
import type { IncidentEvent } from '../events.js';
import type { Trip } from '../guardrails/trip.js';
import type { IncidentRefusal } from '../refusals.js';
import type { IncidentDecision } from '../rule.js';
import type { DeclaredIncident } from '../state.js';
import type { Action } from './action.js';
import { claimKey } from './claim-key.js';
import { actionConflict, actionExists } from './refusals.js';

type Claiming = Pick<Action, 'action' | 'target' | 'intent'>;
type Starting = Accepted<IncidentEvent, IncidentRefusal> & { readonly trips: readonly Trip[] };

export type ClaimFacts = {
  /**
   * Who else has the target, a part of it or what it is a part of. Advisory: the reservation
   * tells of whoever takes it meanwhile.
   */
  readonly heldBy?: Holder | undefined;
};

/**
 * The claim of an action on its target, in this and every other incident of the
 * organization: none for DIAGNOSE, which changes nothing, and none for what was done long ago.
 * Drills and real incidents do not meet.
 */
export const claims = ({ action, target, intent }: Claiming, incident: Mode): Held[] => {
  const key = intent === 'DIAGNOSE' ? undefined : claimKey(target, incident);
  return key === undefined ? [] : [{ space: 'target', key, holder: action }];
};
type Mode = Pick<DeclaredIncident, 'mode'>;

/**
 * The start of an action with its claim. While another one has the target or a part of it, that
 * is for the guardrail to allow: the claim is shared then, and each gives back its own.
 */
export const claimed = (
  starting: Starting,
  action: Claiming,
  incident: Mode,
  { heldBy }: ClaimFacts,
): IncidentDecision => {
  const claim = claims(action, incident);
  if (claim.length === 0) return starting;
  const shared = (by: Holder): IncidentDecision => ({
    ...starting,
    share: claim,
    trips: [...starting.trips, conflictWith(by, action.target)],
  });
  if (heldBy !== undefined) return shared(heldBy);
  const taken = claim.map((one) => ({ ...one, refusal: actionConflict, otherwise: shared }));
  return { ...starting, take: [...(starting.take ?? []), ...taken] };
};

const conflictWith = (by: Holder, target: string): Trip => ({
  guardrail: 'CONFLICTING_ACTION',
  subject: target,
  refusal: (stop) => actionConflict(by, stop),
});

/**
 * The id of a new action, which is never released: the id of an action that has ended, or of
 * another incident, stays taken. `holder` is unique to the call: it tells a repeat from another.
 */
export const ownId = (action: string, holder: string): Reservation<IncidentRefusal> => ({
  space: 'client-id',
  key: action,
  holder,
  refusal: () => actionExists(action),
});
