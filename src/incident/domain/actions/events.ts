import { event } from '../../../kernel/event.js';
import type { EventMap } from '../../../kernel/event.js';
import { duration, id, instant, oneOf, optional, text } from '../../../kernel/field.js';
import { actionIntent, actionKind, actionOutcome } from '../choices.js';
import { evidence } from '../fields.js';
import { afterColon, inOrderTo, result, workOn } from '../wording.js';

export const actionsEvents = {
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
} satisfies EventMap;
