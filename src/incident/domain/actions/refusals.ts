import type { Holder } from '../../../kernel/decision.js';
import { nearestTarget } from './target.js';

export const targetInvalid = (given: string) => {
  const suggestion = nearestTarget(given) ?? null;
  return {
    code: 'TARGET_INVALID' as const,
    message:
      'A target is one to six names separated by "/", each of a-z, 0-9, ".", "_" and "-", in all at most 200 characters: ' +
      (suggestion === null ? 'service/checkout' : `did you mean ${suggestion}?`),
    path: ['input', 'target'],
    suggestion,
  };
};

export const leaseInvalid = (minMinutes: number, maxMinutes: number) => ({
  code: 'LEASE_INVALID' as const,
  message: `A lease lasts ${minMinutes} to ${maxMinutes} whole minutes`,
  path: ['input', 'leaseMinutes'],
  minMinutes,
  maxMinutes,
});

export const actionExists = (action: string) => ({
  code: 'ACTION_EXISTS' as const,
  message: `${action} is the id of another action, or of one that has ended: use a new id, or none`,
  path: ['input', 'action'],
  action,
});

/** The message names neither action nor incident: they may be hidden from who asks. */
export const actionConflict = ({ key, holder, streamId }: Holder) => ({
  code: 'ACTION_CONFLICT' as const,
  message: `${key} is held by an open action: join it, or wait until it is finished`,
  path: ['input', 'target'],
  openAction: holder,
  target: key,
  incident: streamId,
});

export const tooManyOpenActions = (open: number) => ({
  code: 'TOO_MANY_OPEN_ACTIONS' as const,
  message: `${open} actions are open, and no more may be: finish one first, as ABANDONED if nobody works on it`,
  open,
});

export const actionNotOpen = (action: string) => ({
  code: 'ACTION_NOT_OPEN' as const,
  message: `${action} was never started in this incident, or has ended already: see its open actions`,
  path: ['input', 'action'],
  action,
});
