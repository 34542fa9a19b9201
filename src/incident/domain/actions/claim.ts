import type { Held, Reservation } from '../../../kernel/decision.js';
import type { IncidentRefusal } from '../refusals.js';
import type { Action } from './action.js';
import { actionConflict, actionExists } from './refusals.js';

type Claiming = Pick<Action, 'action' | 'target' | 'intent'>;

/**
 * The claim of an action on its target, in this and every other incident of the
 * organization: none for DIAGNOSE, which changes nothing.
 */
export const claims = ({ action, target, intent }: Claiming): Held[] =>
  intent === 'DIAGNOSE' ? [] : [{ space: 'target', key: target, holder: action }];

/** The claim as it is taken: refused while another action holds the target, or a part of it. */
export const exclusively = (action: Claiming): Reservation<IncidentRefusal>[] =>
  claims(action).map((claim) => ({ ...claim, refusal: actionConflict }));

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
