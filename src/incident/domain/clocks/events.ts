import { event } from '../../../kernel/event.js';
import type { EventMap } from '../../../kernel/event.js';
import { instant, oneOf, optional, text } from '../../../kernel/field.js';
import { nudge } from '../choices.js';
import { reason } from '../fields.js';
import { afterColon, minute } from '../wording.js';
import { inSentence } from './wording.js';

const one = {
  nudge: oneOf('What people are reminded of', nudge),
  about: optional(text('Which one, where there can be several: an audience, an action', 60)),
};

export const clocksEvents = {
  NudgeRaised: event({
    schemaVersion: 1,
    description: 'People were reminded that something is missing, since its time had come',
    data: { ...one, causedBy: text('What it counts from: it is raised once for each', 60) },
    says: (data, names) => `Reminder: ${inSentence(data, names)}`,
  }),

  NudgeCleared: event({
    schemaVersion: 1,
    description: 'What people were reminded of is no longer missing, or does not matter any more',
    data: one,
    says: (data, names) => `No longer a reminder: ${inSentence(data, names)}`,
  }),

  NudgeSnoozed: event({
    schemaVersion: 1,
    description: 'A reminder was put off',
    data: {
      ...one,
      causedBy: text('What it counts from: it is raised once for each', 60),
      until: instant('When it comes, if it is still missing'),
      reason: reason('Why it can wait'),
    },
    says: (data, names) =>
      `${names.actor} put off a reminder until ${minute(data.until)} (${inSentence(data, names)})${afterColon(data.reason)}`,
  }),
} satisfies EventMap;
