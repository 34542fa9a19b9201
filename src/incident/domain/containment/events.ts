import { event } from '../../../kernel/event.js';
import type { EventMap } from '../../../kernel/event.js';
import { optional, text } from '../../../kernel/field.js';
import { directedIn } from '../fields.js';
import { afterColon } from '../wording.js';

export const containmentEvents = {
  IncidentContained: event({
    schemaVersion: 1,
    description: 'Users are no longer hurt, though the cause may still be there',
    data: { directedIn, remark: optional(text('How it was contained', 2_000)) },
    says: (data, { actor }) => `${actor} declared the incident contained${afterColon(data.remark)}`,
  }),
} satisfies EventMap;
