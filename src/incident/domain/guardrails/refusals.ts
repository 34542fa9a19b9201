import type { Met, StoppingMode } from './met.js';
import { inSentence, instead, wayPast } from './wording.js';

export const guardrailMet = (
  { guardrail, subject }: Met,
  mode: StoppingMode,
  commander: string | null,
) => ({
  code: 'GUARDRAIL' as const,
  message: `A guardrail of the playbook: ${inSentence({ guardrail, subject })}. ${instead[guardrail]}, ${wayPast(mode)}`,
  path: ['input', 'override'],
  guardrail,
  subject: subject ?? null,
  mode,
  commander,
});
