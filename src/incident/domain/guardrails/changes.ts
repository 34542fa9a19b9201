import type { Facts } from '../../../kernel/decision.js';
import type { ActionIntent } from '../choices.js';
import { isByCommander } from '../command/commander.js';
import type { DeclaredIncident } from '../state.js';
import { when } from './trip.js';
import type { Trip } from './trip.js';

export type TriedFacts = {
  /**
   * Whether the same was done to the target before and did nothing, or made things worse. Strict
   * within the incident; advisory of others, of which those that are hidden from anybody who
   * sees this one do not count: what is recorded here must not tell of them.
   */
  readonly triedInVain?: boolean | undefined;
};

/** An action that is about to be started. */
export type Starting = {
  readonly target: string;
  readonly intent: ActionIntent;
  readonly isApproved: boolean;
};

/** What the start of a change meets, but for who else works on the target; looking meets nothing. */
export const metByChange = (
  { target: subject, intent, isApproved }: Starting,
  incident: DeclaredIncident,
  facts: Facts & TriedFacts,
): readonly Trip[] => {
  if (intent === 'DIAGNOSE') return [];
  const { commander, scope, phase } = incident;
  const isDirected = isApproved || isByCommander(incident, facts);
  return [
    ...when(commander === null, { guardrail: 'NO_COMMANDER', subject }),
    ...when(scope === null, { guardrail: 'SCOPE_BEFORE_TOUCH', subject }),
    ...when(intent === 'FIX' && phase === 'INVESTIGATING', {
      guardrail: 'CONTAIN_BEFORE_FIX',
      subject,
    }),
    ...when(commander !== null && !isDirected, { guardrail: 'NOT_DIRECTED', subject }),
    ...when(facts.triedInVain === true, { guardrail: 'ALREADY_TRIED', subject }),
  ];
};
