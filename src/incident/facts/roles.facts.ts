import type { Facts } from '../../kernel/decision.js';
import type { IncidentRole } from '../domain/roles/choices.js';
import type { RolesFacts } from '../domain/roles/role.js';
import { readHeldRoles } from '../views/roles.query.js';
import type { ReadFacts } from './facts.js';

/** The roles of the incident that are held. */
export const heldRoles: ReadFacts<Facts & RolesFacts> = async ({ reads, incident }) => {
  const rows = await readHeldRoles(reads, [incident]);
  return {
    roles: rows.map(({ id, role, subject, member }) => ({
      assignment: id,
      incidentRole: role as IncidentRole,
      subject: subject ?? undefined,
      member,
    })),
  };
};
