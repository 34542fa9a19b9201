import type { IncidentRole } from './choices.js';

/** A role in the incident, which one person holds, or several experts. */
export type Role = {
  readonly incidentRole: IncidentRole;
  readonly subject?: string | undefined;
};

/** A role that somebody holds. */
export type HeldRole = Role & {
  /** The event by which it was given to them. */
  readonly assignment: string;
  readonly member: string;
};

export type RolesFacts = {
  /** All roles of the incident that are held. Strict: the version of the incident backs them. */
  readonly roles: readonly HeldRole[];
};

/** How many roles of one incident may be held at once. */
export const maxRoles = 50;

/** Whether a role is about something that has to be named. */
export const hasSubject = (role: IncidentRole): boolean =>
  role === 'SUBJECT_EXPERT' || role === 'CUSTOM';

/** Without needless white space. */
export const tidy = (subject: string | undefined): string | undefined =>
  subject?.trim().replace(/\s+/gu, ' ');

const keyOf = (subject: string | undefined) => tidy(subject)?.normalize('NFC').toLowerCase();

/** Upper and lower case do not tell subjects apart. */
export const isSameRole = (one: Role, other: Role): boolean =>
  one.incidentRole === other.incidentRole && keyOf(one.subject) === keyOf(other.subject);

/** `communications lead`, `expert on PostgreSQL`, `night shift lead` */
export const titleOf = ({ incidentRole, subject = '' }: Role): string => {
  if (incidentRole === 'CUSTOM') return subject;
  return incidentRole === 'SUBJECT_EXPERT'
    ? `expert on ${subject}`
    : incidentRole.toLowerCase().replaceAll('_', ' ');
};
