import { event } from '../../../kernel/event.js';
import type { EventMap } from '../../../kernel/event.js';
import { id, integer, list, oneOf, optional, text } from '../../../kernel/field.js';
import { mode, severity } from '../choices.js';
import { plannedChecks } from '../checks/fields.js';
import { directedIn, reason, remark } from '../fields.js';
import { afterColon, declaredAs, excerpt } from '../wording.js';
import { inWords, maxLabelLength, maxLabels } from './labels.js';

const label = text('A label: lower case, of `a-z`, `0-9` and `._:/-`', maxLabelLength);

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

  IncidentAcknowledged: event({
    schemaVersion: 1,
    description:
      'Somebody said that they know of the incident and look after it: the first to do so',
    data: {},
    says: (_data, { actor }) => `${actor} acknowledged the incident`,
  }),

  IncidentRenamed: event({
    schemaVersion: 1,
    description: 'The incident was given another title; the earlier ones stay on the record',
    data: { title: text('What is wrong, in one line', 200) },
    says: (data, { actor }) => `${actor} renamed the incident: ${excerpt(data.title)}`,
  }),

  SeverityChanged: event({
    schemaVersion: 1,
    description: 'Users are hurt more, or less, than was thought or said before',
    data: {
      formerSeverity: oneOf('The severity until now', severity),
      severity: oneOf('The severity from now on', severity),
      reason: reason('Why it was changed'),
    },
    says: (data, { actor }) =>
      `${actor} changed the severity from ${data.formerSeverity} to ${data.severity}${afterColon(data.reason)}`,
  }),

  IncidentLabelled: event({
    schemaVersion: 1,
    description: 'Labels were put on the incident, or taken off',
    data: {
      added: list('The labels that it did not have before', label, maxLabels),
      removed: list('The labels that it no longer has', label, maxLabels),
    },
    says: (data, { actor }) => `${actor} ${inWords(data)}`,
  }),

  IncidentResolved: event({
    schemaVersion: 1,
    description: 'The response is over',
    data: { directedIn, remark: optional(text('How it was resolved', 2_000)) },
    says: (data, { actor }) => `${actor} declared the incident resolved${afterColon(data.remark)}`,
  }),

  IncidentReopened: event({
    schemaVersion: 1,
    description: 'The response goes on, in the phase in which the incident was resolved',
    data: { reason: reason('Why it is not over') },
    says: (data, { actor }) => `${actor} reopened the incident${afterColon(data.reason)}`,
  }),

  IncidentClosed: event({
    schemaVersion: 1,
    description: 'Nothing is left to do about the incident',
    data: { directedIn, remark: remark('What else there is to say') },
    says: (data, { actor }) => `${actor} closed the incident${afterColon(data.remark)}`,
  }),

  IncidentDeclined: event({
    schemaVersion: 1,
    description: 'It was no incident, such as a false alarm, or none of ours: the response is over',
    data: { directedIn, reason: reason('Why it is none') },
    says: (data, { actor }) => `${actor} declined the incident${afterColon(data.reason)}`,
  }),

  IncidentMerged: event({
    schemaVersion: 1,
    description: 'It is part of another incident, and what is left to do is done there',
    data: {
      directedIn,
      into: id('The incident that goes on', 'inc'),
      reason: reason('Why they are one'),
    },
    says: (data, names) =>
      `${names.actor} merged the incident into ${names.of(data.into)}${afterColon(data.reason)}`,
  }),

  IncidentAbsorbed: event({
    schemaVersion: 1,
    description: 'Another incident turned out to be part of this one. Its log stays its own',
    data: { duplicate: id('The incident that was merged into this one', 'inc') },
    says: (data, names) => `${names.actor} merged ${names.of(data.duplicate)} into the incident`,
  }),
} satisfies EventMap;
