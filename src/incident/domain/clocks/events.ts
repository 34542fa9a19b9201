import { event } from '../../../kernel/event.js';
import type { EventMap } from '../../../kernel/event.js';
import { id, instant, integer, oneOf, optional, text } from '../../../kernel/field.js';
import { nudge } from '../choices.js';
import { reason } from '../fields.js';
import { afterColon, minute } from '../wording.js';
import { inSentence, topic } from './wording.js';

const one = {
  nudge: oneOf('What people are reminded of', nudge),
  about: optional(text('Which one, where there can be several: an audience, or an id', 60)),
  causedBy: id('The event that its clock was started by: it is raised once for each', 'evt'),
};

export const clocksEvents = {
  NudgeRaised: event({
    schemaVersion: 1,
    description: 'People were reminded that something is missing, since its time had come',
    data: {
      ...one,
      minutes: optional(integer('For how many minutes it has been so; absent if it was foreseen')),
    },
    says: (data, names) => `Reminder: ${inSentence(data, names)}`,
  }),

  NudgeCleared: event({
    schemaVersion: 1,
    description: 'What people were reminded of is no longer missing, or does not matter any more',
    data: one,
    says: (data, names) => `The reminder of ${topic(data, names)} is over`,
  }),

  NudgeSnoozed: event({
    schemaVersion: 1,
    description: 'A reminder was put off',
    data: {
      ...one,
      until: instant('When it comes, if it is still missing'),
      reason: reason('Why it can wait'),
    },
    says: (data, names) =>
      `${names.actor} put the reminder of ${topic(data, names)} off until ${minute(data.until)}${afterColon(data.reason)}`,
  }),
} satisfies EventMap;
