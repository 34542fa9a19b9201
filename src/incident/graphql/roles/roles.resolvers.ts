import { AssignRoleResolver } from './assign-role.resolver.js';
import {
  IncidentRolesResolver,
  ParticipantResolver,
  RoleAssignmentResolver,
} from './incident-roles.resolver.js';
import { JoinIncidentResolver } from './join-incident.resolver.js';
import { LeaveIncidentResolver } from './leave-incident.resolver.js';
import './refusals.js';
import { ReleaseRoleResolver } from './release-role.resolver.js';

export const rolesResolvers = [
  JoinIncidentResolver,
  LeaveIncidentResolver,
  AssignRoleResolver,
  ReleaseRoleResolver,
  IncidentRolesResolver,
  RoleAssignmentResolver,
  ParticipantResolver,
];
