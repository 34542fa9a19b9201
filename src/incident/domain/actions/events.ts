import { event } from '../../../kernel/event.js';
import type { EventMap } from '../../../kernel/event.js';
import { duration, flag, id, instant, oneOf, optional, text } from '../../../kernel/field.js';
import { actionIntent, actionKind, actionOutcome } from '../choices.js';
import { directedIn, evidence, remark } from '../fields.js';
import { afterColon, inOrderTo, minute, result, workOn } from '../wording.js';

const action = id('The action', 'act');
const afterExpiry = optional(flag('Whether its lease had expired before; absent if not'));
const reason = optional(text('Why, in words', 2_000));
const work = {
  action,
  target: text('What it is done to, such as `service/checkout` or `flag/new-cart`', 200),
  givenTarget: optional(text('What the target was called, if by an alias', 200)),
  kind: oneOf('What is done to the target', actionKind),
  intent: oneOf('What it is meant to achieve', actionIntent),
};

export const actionsEvents = {
  ActionProposed: event({
    schemaVersion: 1,
    description: 'Somebody suggested to do something about the incident',
    data: { ...work, remark: remark('What exactly is to be done') },
    says: (data, { actor }) =>
      `${actor} proposed ${workOn[data.kind]} ${data.target} ` +
      `${inOrderTo[data.intent]}${afterColon(data.remark)}`,
  }),

  ActionApproved: event({
    schemaVersion: 1,
    description: 'It was directed that a proposed action be done',
    data: { action, directedIn, remark: remark('What else there is to say') },
    says: (data, names) =>
      `${names.actor} approved ${names.of(data.action)}${afterColon(data.remark)}`,
  }),

  ActionRejected: event({
    schemaVersion: 1,
    description: 'It was directed that a proposed action not be done',
    data: { action, directedIn, reason },
    says: (data, names) =>
      `${names.actor} rejected ${names.of(data.action)}${afterColon(data.reason)}`,
  }),

  ActionWithdrawn: event({
    schemaVersion: 1,
    description: 'A proposed action was taken back, by who proposed it or by direction',
    data: { action, directedIn, reason },
    says: (data, names) =>
      `${names.actor} withdrew ${names.of(data.action)}${afterColon(data.reason)}`,
  }),

  ActionStarted: event({
    schemaVersion: 1,
    description: 'Somebody began to do something about the incident',
    data: {
      ...work,
      approved: optional(flag('Whether its proposal was approved; absent if it had none')),
      remark: remark('What exactly is done'),
      lease: duration('For how long the action was meant to have its target'),
      leaseUntil: instant('When its lease ends: by then the action should be finished'),
    },
    says: (data, { actor }) =>
      `${actor} started ${workOn[data.kind]} ${data.target} ` +
      `${inOrderTo[data.intent]}${afterColon(data.remark)}`,
  }),

  ActionExtended: event({
    schemaVersion: 1,
    description: 'An action has its target for longer, or has it again',
    data: {
      action,
      lease: duration('For how long the action is to have its target from now on'),
      leaseUntil: instant('When its lease ends now'),
      afterExpiry,
    },
    says: (data, names) =>
      `${names.actor} extended ${names.of(data.action)} until ${minute(data.leaseUntil)}` +
      (data.afterExpiry === true ? ', after its lease had expired' : ''),
  }),

  ActionLeaseExpired: event({
    schemaVersion: 1,
    description: 'The lease of an action ran out, and its target is free again',
    data: { action, leaseUntil: instant('When its lease ended') },
    says: (data, names) => `The lease of ${names.of(data.action)} expired`,
  }),

  ActionFinished: event({
    schemaVersion: 1,
    description: 'An action ended, and its target is free again',
    data: {
      action,
      outcome: oneOf('What came of it', actionOutcome),
      remark: remark('What was seen'),
      evidence,
      afterExpiry,
    },
    says: (data, names) =>
      `${names.actor} finished ${names.of(data.action)} ` +
      `(${result[data.outcome]})${afterColon(data.remark)}`,
  }),
} satisfies EventMap;
