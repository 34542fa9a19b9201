import type { Held, Reservation } from '../../../kernel/decision.js';
import type { IncidentRefusal } from '../refusals.js';
import type { DeclaredIncident } from '../state.js';
import type { Action } from './action.js';
import { claimKey } from './claim-key.js';
import { actionConflict, actionExists } from './refusals.js';

type Claiming = Pick<Action, 'action' | 'target' | 'intent'>;

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

/** The claim as it is taken: refused while another action holds the target, or a part of it. */
export const exclusively = (action: Claiming, incident: Mode): Reservation<IncidentRefusal>[] =>
  claims(action, incident).map((claim) => ({ ...claim, refusal: actionConflict }));

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
