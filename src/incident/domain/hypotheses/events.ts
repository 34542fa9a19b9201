import { event } from '../../../kernel/event.js';
import type { EventMap } from '../../../kernel/event.js';
import { text } from '../../../kernel/field.js';
import { afterColon, excerpt } from '../wording.js';
import { hypothesis, linked, sayingFields } from './fields.js';

export const hypothesesEvents = {
  HypothesisRaised: event({
    schemaVersion: 1,
    description: 'Somebody said what the cause may be',
    data: { hypothesis, statement: text('What the cause may be, in one line', 500), linked },
    says: (data, { actor }) => `${actor} raised the hypothesis "${excerpt(data.statement)}"`,
  }),

  HypothesisSupported: event({
    schemaVersion: 1,
    description: 'Something was found that speaks for a hypothesis',
    data: sayingFields,
    says: (data, names) =>
      `${names.actor} supported ${names.of(data.hypothesis)}${afterColon(data.reason)}`,
  }),

  HypothesisRuledOut: event({
    schemaVersion: 1,
    description: 'A hypothesis cannot be the cause',
    data: sayingFields,
    says: (data, names) =>
      `${names.actor} ruled out ${names.of(data.hypothesis)}${afterColon(data.reason)}`,
  }),

  HypothesisConfirmed: event({
    schemaVersion: 1,
    description: 'A hypothesis is the cause',
    data: sayingFields,
    says: (data, names) =>
      `${names.actor} confirmed ${names.of(data.hypothesis)}${afterColon(data.reason)}`,
  }),
} satisfies EventMap;
