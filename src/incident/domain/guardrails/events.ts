import { event } from '../../../kernel/event.js';
import type { EventMap } from '../../../kernel/event.js';
import { flag, oneOf, optional, text } from '../../../kernel/field.js';
import { guardrail } from '../choices.js';
import { excerpt } from '../wording.js';
import { inSentence } from './wording.js';

const met = {
  guardrail: oneOf('The guardrail', guardrail),
  subject: optional(text('What it was about, such as a target or a check', 200)),
};

export const guardrailsEvents = {
  GuardrailTripped: event({
    schemaVersion: 1,
    description:
      'A command met a guardrail, and was done or refused: of the same by the same person, each once in five minutes',
    data: {
      ...met,
      blocked: optional(flag('Whether the command was refused for it; absent if it was done')),
    },
    says: (data, { actor }) =>
      `${actor} ${data.blocked === true ? 'was stopped by' : 'met'} a guardrail: ${inSentence(data)}`,
  }),

  GuardrailOverridden: event({
    schemaVersion: 1,
    description: 'A command met a guardrail, and a reason was given to go on',
    data: { ...met, reason: optional(text('Why it was right to go on', 2_000)) },
    says: (data, { actor }) =>
      `${actor} went on past a guardrail: ${inSentence(data)}` +
      (data.reason === undefined ? '' : `, because: ${excerpt(data.reason)}`),
  }),
} satisfies EventMap;
