import { event } from '../../kernel/event.js';
import type { EventMap, EventOf } from '../../kernel/event.js';
import { duration, id, instant, integer, oneOf, optional, text } from '../../kernel/field.js';
import {
  actionIntent,
  actionKind,
  actionOutcome,
  mode,
  severity,
  updateAudience,
} from './choices.js';
import { evidence, inWords, scopeFields } from './scope.js';
import {
  afterColon,
  declaredAs,
  excerpt,
  inOrderTo,
  result,
  updateFor,
  workOn,
} from './wording.js';

const directedIn = optional(
  integer('The term of command in which it was directed; absent if nobody commanded', 1),
);

/** Stored for good: add optional fields, never rename or repurpose one. */
export const incidentEvents = {
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
    },
    says: (data, { actor }) =>
      `${actor} declared ${data.reference} (${data.severity})${declaredAs[data.mode]}` +
      `${data.service === undefined ? '' : ` on ${data.service}`}: ${excerpt(data.title)}`,
  }),

  CommandTaken: event({
    schemaVersion: 1,
    description: 'A person took command while nobody commanded',
    data: {
      term: integer('Counts the times that somebody came into command, from 1 up', 1),
      member: id('The person who commands from now on', 'mem'),
    },
    says: ({ term, member }, names) => `${names.of(member)} took command (term ${term})`,
  }),

  ScopeAssessed: event({
    schemaVersion: 1,
    description:
      'Somebody said what is affected, for whom and since when. It stands in place of the earlier assessments, which stay on the record',
    data: scopeFields,
    says: (scope, { actor }) => `${actor} assessed the scope: ${inWords(scope)}`,
  }),

  NoteAdded: event({
    schemaVersion: 1,
    description: 'Somebody wrote something down',
    data: { text: text('The note', 20_000) },
    says: (data, { actor }) => `${actor} noted: ${excerpt(data.text)}`,
  }),

  ActionStarted: event({
    schemaVersion: 1,
    description: 'Somebody began to do something about the incident',
    data: {
      action: id('The action', 'act'),
      target: text('What it is done to, such as `service/checkout` or `flag/new-cart`', 200),
      kind: oneOf('What is done to the target', actionKind),
      intent: oneOf('What it is meant to achieve', actionIntent),
      remark: optional(text('What exactly is done', 2_000)),
      lease: duration('For how long the action was meant to have its target'),
      leaseUntil: instant('When its lease ends: by then the action should be finished'),
    },
    says: (data, { actor }) =>
      `${actor} started ${workOn[data.kind]} ${data.target} ` +
      `${inOrderTo[data.intent]}${afterColon(data.remark)}`,
  }),

  ActionFinished: event({
    schemaVersion: 1,
    description: 'An action ended, and its target is free again',
    data: {
      action: id('The action', 'act'),
      outcome: oneOf('What came of it', actionOutcome),
      remark: optional(text('What was seen', 2_000)),
      evidence,
    },
    says: (data, names) =>
      `${names.actor} finished ${names.of(data.action)} ` +
      `(${result[data.outcome]})${afterColon(data.remark)}`,
  }),

  UpdatePublished: event({
    schemaVersion: 1,
    description: 'An update was published to those who wait for news',
    data: {
      audience: oneOf('Whom it is written for', updateAudience),
      text: text('The update, word for word', 20_000),
    },
    says: (data, { actor }) => `${actor} ${updateFor[data.audience]}: ${excerpt(data.text)}`,
  }),

  IncidentContained: event({
    schemaVersion: 1,
    description: 'Users are no longer hurt, though the cause may still be there',
    data: { directedIn, remark: optional(text('How it was contained', 2_000)) },
    says: (data, { actor }) => `${actor} declared the incident contained${afterColon(data.remark)}`,
  }),

  IncidentResolved: event({
    schemaVersion: 1,
    description: 'The response is over',
    data: { directedIn, remark: optional(text('How it was resolved', 2_000)) },
    says: (data, { actor }) => `${actor} declared the incident resolved${afterColon(data.remark)}`,
  }),
} satisfies EventMap;

export type IncidentEvent = EventOf<typeof incidentEvents>;
