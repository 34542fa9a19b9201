import { event } from '../../../kernel/event.js';
import type { EventMap } from '../../../kernel/event.js';
import { optional, text } from '../../../kernel/field.js';
import { directedIn, evidence } from '../fields.js';
import { afterColon } from '../wording.js';

export const containmentEvents = {
  IncidentContained: event({
    schemaVersion: 1,
    description: 'Users are no longer hurt, though the cause may still be there',
    data: { directedIn, remark: optional(text('How it was contained', 2_000)) },
    says: (data, { actor }) => `${actor} declared the incident contained${afterColon(data.remark)}`,
  }),

  ContainmentLost: event({
    schemaVersion: 1,
    description: 'Users are hurt again: what contained the incident no longer does',
    data: {
      reason: optional(text('How it is known, and what may have brought it about', 2_000)),
      evidence,
    },
    says: (data, { actor }) =>
      `${actor} reported that the incident is no longer contained${afterColon(data.reason)}`,
  }),
} satisfies EventMap;
