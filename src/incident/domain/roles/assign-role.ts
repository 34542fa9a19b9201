import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import { directedTerm, directiveRefusals } from '../command/directive.js';
import { notAResponder } from '../command/refusals.js';
import type { ResponderFacts } from '../command/responder.js';
import { roleForCommander } from '../guardrails/two-hats.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRefusal } from '../refusals.js';
import type { IncidentRule } from '../rule.js';
import type { DeclaredIncident } from '../state.js';
import { joining } from './participation.js';
import type { ParticipationFacts } from './participation.js';
import { tooManyRoles } from './refusals.js';
import { released } from './release.js';
import { isSameRole, maxRoles, tidy } from './role.js';
import type { Role, RolesFacts } from './role.js';
import { subjectRefusals } from './subject.js';

export type AssignRole = Role & {
  readonly member: string;
  readonly term?: number | undefined;
  readonly remark?: string | undefined;
};

export type AssignRoleFacts = Facts & RolesFacts & ParticipationFacts & ResponderFacts;

/** Open in every phase: what is left to do after the response has people to do it, too. */
export const assignRole: IncidentRule<AssignRole, AssignRoleFacts> = (command, incident, facts) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  const { incidentRole, member, remark } = command;
  const subject = tidy(command.subject);
  const obstacles = obstaclesTo(command, incident, facts);
  if (obstacles.length > 0) return refuse(...obstacles);
  const holders = facts.roles.filter((held) => isSameRole(held, command));
  if (holders.some((held) => held.member === member)) return accept();
  const former = incidentRole === 'SUBJECT_EXPERT' ? [] : holders;
  if (incident.heldRoles - former.length >= maxRoles)
    return refuse(tooManyRoles(incident.heldRoles));
  const directedIn = directedTerm(incident);
  const decision = accept(
    ...former.map((held) => released(held, { reassignedTo: member, directedIn })),
    { type: 'RoleAssigned', data: { member, incidentRole, subject, directedIn, remark } } as const,
    ...joining(member, facts),
  );
  return { ...decision, trips: roleForCommander(member, { incidentRole, subject }, incident) };
};

const obstaclesTo = (
  command: AssignRole,
  incident: DeclaredIncident,
  facts: AssignRoleFacts,
): IncidentRefusal[] => [
  ...directiveRefusals(command.term, incident, facts),
  ...subjectRefusals(command),
  ...(facts.mayRespond ? [] : [notAResponder(command.member, 'member')]),
];
