import type { Reservation } from '../../../kernel/decision.js';
import type { Action } from './action.js';

type Claiming = Pick<Action, 'action' | 'target' | 'intent'>;

/**
 * The claim of an action on its target, in this and every other incident of the
 * organization: none for DIAGNOSE, which changes nothing.
 */
export const claims = ({
  action,
  target,
  intent,
}: Claiming): Pick<Reservation, 'space' | 'key' | 'holder'>[] =>
  intent === 'DIAGNOSE' ? [] : [{ space: 'target', key: target, holder: action }];
