import type { Holder } from '../../../kernel/decision.js';
import { nearestTarget } from '../../../kernel/target.js';
import type { Stop } from '../guardrails/met.js';
import { aroundConflict } from '../guardrails/wording.js';
import { inOrderTo, workOn } from '../wording.js';
import type { Action } from './action.js';
import { targetOfClaim } from './claim-key.js';
import type { ActionStatus } from './choices.js';

const targetRefused = (message: string, suggestion: string | null) => ({
  code: 'TARGET_INVALID' as const,
  message,
  path: ['input', 'target'],
  suggestion,
});

export const targetInvalid = (given: string) => {
  const suggestion = nearestTarget(given) ?? null;
  return targetRefused(
    'A target is one to six names separated by "/", each of a-z, 0-9, ".", "_" and "-", in all at most 200 characters: ' +
      (suggestion === null ? 'service/checkout' : `did you mean ${suggestion}?`),
    suggestion,
  );
};

/** `given` names it by an alias. */
export const targetTooLong = (given: string, target: string) =>
  targetRefused(
    `${given} stands for ${target}, which has more than six names or 200 characters: name a wider target`,
    null,
  );

export const leaseInvalid = (
  minMinutes: number,
  maxMinutes: number,
  field: 'leaseMinutes' | 'minutes',
) => ({
  code: 'LEASE_INVALID' as const,
  message: `A lease lasts ${minMinutes} to ${maxMinutes} whole minutes`,
  path: ['input', field],
  minMinutes,
  maxMinutes,
});

/** `known`: the action that has the id, if it still can be named. */
export const actionExists = (action: string, known?: Action) => ({
  code: 'ACTION_EXISTS' as const,
  message:
    known === undefined
      ? 'The id is that of another action, or of one that has ended: use a new id, or none'
      : `The id is that of ${workOn[known.kind]} ${known.target} ${inOrderTo[known.intent]}: name that, or use a new id`,
  path: ['input', 'action'],
  action,
});

/** The message names neither action nor incident: they may be hidden from who asks. */
export const actionConflict = (
  { key, holder, streamId }: Holder,
  { mode, lacks }: Stop = { mode: 'REASON', lacks: 'REASON' },
) => {
  const target = targetOfClaim(key);
  return {
    code: 'ACTION_CONFLICT' as const,
    message: `${target} is held by an open action: ${aroundConflict({ lacks })}`,
    path: ['input', 'target'],
    openAction: holder,
    target,
    incident: streamId,
    mode,
    lacks,
  };
};

export const tooManyOpenActions = (open: number) => ({
  code: 'TOO_MANY_OPEN_ACTIONS' as const,
  message: `${open} actions are open, and no more may be: finish one first, as ABANDONED if nobody works on it`,
  open,
});

export const tooManyProposals = (open: number) => ({
  code: 'TOO_MANY_PROPOSALS' as const,
  message: `${open} proposals wait, and no more may: start, reject or withdraw one first`,
  open,
});

export const actionNotOpen = (action: string) => ({
  code: 'ACTION_NOT_OPEN' as const,
  message: `${action} was never started in this incident, or has ended already: see its open actions`,
  path: ['input', 'action'],
  action,
});

export const actionNotProposed = (action: string, status: ActionStatus | undefined) => ({
  code: 'ACTION_NOT_PROPOSED' as const,
  message:
    status === undefined
      ? `${action} was never proposed in this incident: see its proposals`
      : `${action} is ${status}, and no longer a proposal`,
  path: ['input', 'action'],
  action,
});

export const actionTurnedDown = ({ action, status, decidedBy, reason }: Action) => ({
  code: 'ACTION_TURNED_DOWN' as const,
  message:
    `${decidedBy ?? 'Somebody'} ${status === 'REJECTED' ? 'rejected' : 'withdrew'} ${action}` +
    (reason === null ? '' : ` (${reason})`) +
    ': propose it anew, under another id, if that no longer holds',
  path: ['input', 'action'],
  action,
  status,
  decidedBy,
  reason,
});
