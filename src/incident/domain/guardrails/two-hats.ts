import { unresolved } from '../choices.js';
import type { HeldRole, Role } from '../roles/role.js';
import { titleOf } from '../roles/role.js';
import type { DeclaredIncident } from '../state.js';
import { enumerated } from '../wording.js';
import { when } from './trip.js';
import type { Trip } from './trip.js';

/** Who commands is given a role. Once the response is over, whoever commanded it is free for it. */
export const roleForCommander = (
  member: string,
  role: Role,
  { commander, phase }: DeclaredIncident,
): readonly Trip[] =>
  when(commander?.member === member && unresolved.includes(phase), {
    guardrail: 'TWO_HATS',
    subject: titleOf(role),
  });

/**
 * Somebody comes into command who has roles already. Nobody else can do it for them, so that a
 * reason of their own counts as that of the commander.
 */
export const commandForHolder = (member: string, roles: readonly HeldRole[]): readonly Trip[] => {
  const held = roles.filter((role) => role.member === member).map(titleOf);
  const trip = { guardrail: 'TWO_HATS', subject: enumerated(held, 1), commander: member } as const;
  return when(held.length > 0, trip);
};
