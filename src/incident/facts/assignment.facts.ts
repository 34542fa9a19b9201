import type { ActingService } from '../../organization/acting.service.js';
import type { AssignRoleFacts } from '../domain/roles/assign-role.js';
import type { ReadFacts } from './facts.js';
import { participationOf } from './participation.facts.js';
import { responderFacts } from './responder.facts.js';
import { heldRoles } from './roles.facts.js';

/** What there is to know before somebody is given a role. */
export const assignmentFacts =
  (member: string, acting: ActingService): ReadFacts<AssignRoleFacts> =>
  async (sources) => ({
    ...(await heldRoles(sources)),
    ...(await participationOf(member)(sources)),
    ...(await responderFacts(member, acting)(sources)),
  });
