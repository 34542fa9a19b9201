import type { Guardrail } from '../choices.js';
import { inSentence } from './wording.js';

export const guardrailMet = (
  met: { readonly guardrail: Guardrail; readonly subject?: string | undefined },
  mode: 'REASON' | 'BLOCK',
  commander: string | null,
) => ({
  code: 'GUARDRAIL' as const,
  message:
    `A guardrail of the playbook: ${inSentence(met)}. ` +
    (mode === 'REASON'
      ? 'Say why in override.reason to go on'
      : 'The commander may go on, with override.reason'),
  path: ['input', 'override'],
  guardrail: met.guardrail,
  subject: met.subject ?? null,
  mode,
  commander,
});
