import type { IncidentRefusal } from '../refusals.js';
import { isProposal } from './action.js';
import type { Action } from './action.js';
import type { ActionStatus } from './choices.js';
import { actionNotProposed } from './refusals.js';

/** Why a proposal cannot be decided on: there is none, unless it was decided so already. */
export const undecidable = (
  action: string,
  known: Action | undefined,
  already: ActionStatus,
): IncidentRefusal[] =>
  isProposal(known) || known?.status === already ? [] : [actionNotProposed(action, known?.status)];
