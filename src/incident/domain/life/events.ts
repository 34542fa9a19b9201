import { event } from '../../../kernel/event.js';
import type { EventMap } from '../../../kernel/event.js';
import { integer, oneOf, optional, text } from '../../../kernel/field.js';
import { mode, severity } from '../choices.js';
import { plannedChecks } from '../checks/fields.js';
import { directedIn } from '../fields.js';
import { afterColon, declaredAs, excerpt } from '../wording.js';

export const lifeEvents = {
  IncidentDeclared: event({
    schemaVersion: 1,
    description: 'An incident was declared, and its log begins',
    data: {
      number: integer('The number of the incident within the organization', 1),
      reference: text('The short name to say on a call: `INC-` and the number', 20),
      title: text('What is wrong, in one line', 200),
      severity: oneOf('How badly users are hurt, as far as is known', severity),
      mode: oneOf('Whether it is happening, practised or written down', mode),
      service: optional(text('The service where it was noticed', 100)),
      playbook: optional(text('The playbook that the checks are from, with its version', 100)),
      checks: optional(plannedChecks),
    },
    says: (data, { actor }) =>
      `${actor} declared ${data.reference} (${data.severity})${declaredAs[data.mode]}` +
      `${data.service === undefined ? '' : ` on ${data.service}`}: ${excerpt(data.title)}`,
  }),

  IncidentResolved: event({
    schemaVersion: 1,
    description: 'The response is over',
    data: { directedIn, remark: optional(text('How it was resolved', 2_000)) },
    says: (data, { actor }) => `${actor} declared the incident resolved${afterColon(data.remark)}`,
  }),
} satisfies EventMap;
