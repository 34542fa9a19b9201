import type { IncidentRole } from './choices.js';

export const subjectRequired = (role: IncidentRole) => ({
  code: 'SUBJECT_REQUIRED' as const,
  message:
    role === 'CUSTOM'
      ? 'Say in `subject` what the role is called'
      : 'Say in `subject` what they are an expert on',
  path: ['input', 'subject'],
});

export const subjectUnwanted = (role: IncidentRole) => ({
  code: 'SUBJECT_UNWANTED' as const,
  message: `${role} has no subject: leave it out, or name a role that has one, SUBJECT_EXPERT or CUSTOM`,
  path: ['input', 'subject'],
});

export const tooManyRoles = (held: number) => ({
  code: 'TOO_MANY_ROLES' as const,
  message: `${held} roles are held, and no more may be: release one first`,
});

export const commanderCannotLeave = (term: number) => ({
  code: 'COMMANDER_CANNOT_LEAVE' as const,
  message: `You command in term ${term}: hand command over, or relinquish it, before you step back`,
});
