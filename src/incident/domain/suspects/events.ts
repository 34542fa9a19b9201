import { event } from '../../../kernel/event.js';
import type { EventMap } from '../../../kernel/event.js';
import { id, instant, integer, optional } from '../../../kernel/field.js';
import { evidence, remark } from '../fields.js';
import { afterColon } from '../wording.js';
import { timeBefore } from './wording.js';

const change = id('The change', 'chg');

export const suspectsEvents = {
  ChangeLinked: event({
    schemaVersion: 1,
    description:
      'A change became a suspect of the incident: by policy, since it began shortly before the impact, or by somebody',
    data: {
      change,
      changeStartedAt: instant('When the change began, as was known then'),
      secondsBeforeImpact: optional(
        integer('How long that was before the impact; absent if it was not before it'),
      ),
    },
    says: (data, names) =>
      `${names.actor} linked ${names.of(data.change)} as a suspect` +
      timeBefore(data.secondsBeforeImpact),
  }),

  ChangeUnlinked: event({
    schemaVersion: 1,
    description:
      'A linked change is no suspect any more. What a person has unlinked is not linked again by policy',
    data: { change, reason: remark('Why it has nothing to do with the incident') },
    says: (data, names) =>
      `${names.actor} unlinked ${names.of(data.change)}${afterColon(data.reason)}`,
  }),

  ChangeCleared: event({
    schemaVersion: 1,
    description: 'Somebody found that a linked change is not a cause of the incident',
    data: { change, reason: remark('What speaks for it'), evidence },
    says: (data, names) =>
      `${names.actor} cleared ${names.of(data.change)}${afterColon(data.reason)}`,
  }),

  ChangeImplicated: event({
    schemaVersion: 1,
    description:
      'Somebody found that a linked change is the cause of the incident, or a part of it',
    data: { change, reason: remark('What speaks against it'), evidence },
    says: (data, names) =>
      `${names.actor} implicated ${names.of(data.change)}${afterColon(data.reason)}`,
  }),
} satisfies EventMap;
