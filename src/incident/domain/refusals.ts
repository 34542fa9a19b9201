import type { Holder } from '../../kernel/decision.js';
import type { Phase } from './choices.js';
import { nearestTarget } from './target.js';

/** Every reason for which a rule of the incident says no. */
export type IncidentRefusal =
  | ReturnType<typeof incidentNotFound>
  | ReturnType<typeof incidentExists>
  | ReturnType<typeof wrongPhase>
  | ReturnType<typeof personRequired>
  | ReturnType<typeof alreadyCommanded>
  | ReturnType<typeof termRequired>
  | ReturnType<typeof staleTerm>
  | ReturnType<typeof scopeInconsistent>
  | ReturnType<typeof targetInvalid>
  | ReturnType<typeof leaseInvalid>
  | ReturnType<typeof actionExists>
  | ReturnType<typeof actionConflict>
  | ReturnType<typeof tooManyOpenActions>
  | ReturnType<typeof actionNotOpen>;

export const incidentNotFound = () => ({
  code: 'INCIDENT_NOT_FOUND' as const,
  message: 'There is no such incident: look its id up in `incidents`, or declare it first',
  path: ['input', 'incident'],
});

export const incidentExists = (incident: string, reference: string) => ({
  code: 'INCIDENT_EXISTS' as const,
  message: `${incident} is ${reference} already, declared with other words: use another id, or none`,
  path: ['input', 'incident'],
  incident,
  reference,
});

export const wrongPhase = (phase: Phase, allowed: readonly Phase[]) => ({
  code: 'WRONG_PHASE' as const,
  message: `This is for an incident that is ${allowed.join(' or ')}; this one is ${phase}`,
  phase,
  allowed,
});

export const personRequired = () => ({
  code: 'PERSON_REQUIRED' as const,
  message:
    'Only a person can take command: a tool names the person it acts for in `actor`, with a token of the scope ACT_AS',
  path: ['input', 'actor'],
});

export const alreadyCommanded = (commander: string, term: number) => ({
  code: 'ALREADY_COMMANDED' as const,
  message: `${commander} commands in term ${term}: ask to be offered command`,
  commander,
  term,
});

export const termRequired = (currentTerm: number, commander: string) => ({
  code: 'TERM_REQUIRED' as const,
  message: `Only ${commander}, who commands, may leave the term out: agree with them, and give term ${currentTerm}`,
  path: ['input', 'term'],
  currentTerm,
  commander,
});

export const staleTerm = (currentTerm: number, commander: string | null) => ({
  code: 'STALE_TERM' as const,
  message:
    commander === null
      ? 'Nobody commands, in that term or any: leave the term out'
      : `Command is in term ${currentTerm} and with ${commander}: agree with them, and give term ${currentTerm}`,
  path: ['input', 'term'],
  currentTerm,
  commander,
});

/** `problem` says what would be right; `path` leads to the field that would have to differ. */
export const scopeInconsistent = (problem: string, ...path: string[]) => ({
  code: 'SCOPE_INCONSISTENT' as const,
  message: problem,
  path: ['input', ...path],
});

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

export const actionConflict = ({ key, holder, streamId }: Holder) => ({
  code: 'ACTION_CONFLICT' as const,
  message: `${key} is held by ${holder} in ${streamId}: join it, or wait until it is finished`,
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
