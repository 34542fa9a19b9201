import { event } from '../../../kernel/event.js';
import type { EventMap } from '../../../kernel/event.js';
import { oneOf, optional, text } from '../../../kernel/field.js';
import { evidence } from '../fields.js';
import { afterColon } from '../wording.js';
import { checkVerdict, foundToBe } from './choices.js';
import { check, lookAt, title } from './fields.js';

export const checksEvents = {
  CheckStarted: event({
    schemaVersion: 1,
    description: 'Somebody began to look at what a check says',
    data: { check },
    says: (data, { actor }) => `${actor} started the check ${data.check}`,
  }),

  CheckCompleted: event({
    schemaVersion: 1,
    description: 'Somebody said what a check came to',
    data: {
      check,
      verdict: oneOf('What the check came to', checkVerdict),
      summary: optional(text('What was seen', 2_000)),
      evidence,
    },
    says: (data, { actor }) =>
      `${actor} completed the check ${data.check} ` +
      `(${foundToBe[data.verdict]})${afterColon(data.summary)}`,
  }),

  CheckRevised: event({
    schemaVersion: 1,
    description: 'A check that was completed turned out otherwise, or on other grounds',
    data: {
      check,
      verdict: oneOf('What the check came to after all', checkVerdict),
      reason: optional(text('Why it is seen otherwise', 2_000)),
      evidence,
    },
    says: (data, { actor }) =>
      `${actor} revised the check ${data.check} ` +
      `(${foundToBe[data.verdict]})${afterColon(data.reason)}`,
  }),

  CheckSkipped: event({
    schemaVersion: 1,
    description: 'A check was left out',
    data: { check, reason: optional(text('Why it was left out', 2_000)) },
    says: (data, { actor }) => `${actor} skipped the check ${data.check}${afterColon(data.reason)}`,
  }),

  CheckAdded: event({
    schemaVersion: 1,
    description: 'Something else is to be checked in this incident',
    data: {
      check,
      title,
      lookAt,
      after: optional(text('The key of the check that it follows; at the end if absent', 40)),
    },
    says: (data, { actor }) => `${actor} added the check ${data.check}${afterColon(data.title)}`,
  }),
} satisfies EventMap;
