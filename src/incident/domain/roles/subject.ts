import type { IncidentRefusal } from '../refusals.js';
import { subjectRequired, subjectUnwanted } from './refusals.js';
import { hasSubject } from './role.js';
import type { Role } from './role.js';

/** Why a role cannot be named so: it lacks what it is about, or has what it cannot be about. */
export const subjectRefusals = ({ incidentRole, subject }: Role): IncidentRefusal[] => {
  if (hasSubject(incidentRole)) return subject === undefined ? [subjectRequired(incidentRole)] : [];
  return subject === undefined ? [] : [subjectUnwanted(incidentRole)];
};
