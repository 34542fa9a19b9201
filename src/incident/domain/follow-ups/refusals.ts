import type { FollowUpOutcome } from './choices.js';

export const followUpExists = (followUp: string) => ({
  code: 'FOLLOW_UP_EXISTS' as const,
  message: `${followUp} is the id of another follow-up: use a new id, or none`,
  path: ['input', 'followUp'],
});

export const followUpNotFound = (followUp: string) => ({
  code: 'FOLLOW_UP_NOT_FOUND' as const,
  message: `${followUp} was never added to this incident: look its id up in the follow-ups of the incident`,
  path: ['input', 'followUp'],
});

export const followUpCompleted = (followUp: string, outcome: FollowUpOutcome) => ({
  code: 'FOLLOW_UP_COMPLETED' as const,
  message: `${followUp} was completed as ${outcome}, in other words: reopen it first, by reopenFollowUp`,
  path: ['input', 'followUp'],
});

export const tooManyFollowUps = (most: number) => ({
  code: 'TOO_MANY_FOLLOW_UPS' as const,
  message: `At most ${most} follow-ups of an incident are open at a time: complete some of them first`,
});

export const reasonRequired = () => ({
  code: 'REASON_REQUIRED' as const,
  message: 'Say in `remark` why it will not be done',
  path: ['input', 'remark'],
});

export const ownerNotFound = (owner: string) => ({
  code: 'OWNER_NOT_FOUND' as const,
  message: `${owner} is no member of this organization: name a team instead, or invite them`,
  path: ['input', 'owner', 'member'],
});
