import type { Facts } from '../../kernel/decision.js';
import type { Participation } from '../domain/roles/choices.js';
import type { ParticipationFacts } from '../domain/roles/participation.js';
import type { RolesFacts } from '../domain/roles/role.js';
import { readParticipant } from '../views/participants.query.js';
import type { ReadFacts } from './facts.js';
import { heldRoles } from './roles.facts.js';

/** How this person takes part in the incident, if they do. */
export const participationOf =
  (member: string): ReadFacts<Facts & ParticipationFacts> =>
  async ({ reads, incident }) => {
    const found = await readParticipant(reads, incident, member);
    return found ? { participation: found.participation as Participation } : {};
  };

/**
 * How whoever acts takes part in the incident, if they do, and the roles of the incident that are
 * held: what stepping up or back takes.
 */
export const ownPart: ReadFacts<Facts & ParticipationFacts & RolesFacts> = async (sources) => ({
  ...(await participationOf(sources.actor.id)(sources)),
  ...(await heldRoles(sources)),
});
