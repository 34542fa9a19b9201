import { expect, it } from '@jest/globals';
import { sentence } from '../../../../test/support/sentence.js';
import type { IncidentEvent } from '../events.js';

const scope = { guardrail: 'SCOPE_BEFORE_TOUCH', subject: 'service/checkout' } as const;

it.each<[IncidentEvent, string]>([
  [
    { type: 'GuardrailTripped', data: scope },
    'Ada met a guardrail: nobody has assessed the scope (service/checkout)',
  ],
  [
    { type: 'GuardrailTripped', data: { guardrail: 'RESOLVE_WITHOUT_CONTAINMENT', blocked: true } },
    'Ada was stopped by a guardrail: nobody said that users are safe',
  ],
  [
    { type: 'GuardrailOverridden', data: { ...scope, reason: 'The site\nis down' } },
    'Ada went on past a guardrail: nobody has assessed the scope (service/checkout), because: The site is down',
  ],
])('%j reads as a log', (event, words) => {
  expect(sentence(event)).toBe(words);
});
