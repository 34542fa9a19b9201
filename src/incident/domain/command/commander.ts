import type { Facts } from '../../../kernel/decision.js';
import type { DeclaredIncident } from '../state.js';

/** Whether it is this person who acts: a tool or a policy is nobody, whatever its id. */
export const isBy = (member: string | undefined, { actor }: Pick<Facts, 'actor'>): boolean =>
  actor.kind === 'MEMBER' && actor.id === member;

/** Whether it is the commander who acts. */
export const isByCommander = (
  { commander }: DeclaredIncident,
  facts: Pick<Facts, 'actor'>,
): boolean => isBy(commander?.member, facts);
