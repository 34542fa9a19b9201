import type { Met, Stop } from './met.js';
import { inSentence, waysOn } from './wording.js';

export const guardrailMet = (
  { guardrail, subject }: Met,
  stop: Stop,
  commander: string | null,
) => ({
  code: 'GUARDRAIL' as const,
  message: `A guardrail of the playbook: ${inSentence({ guardrail, subject })}. ${waysOn(guardrail, stop)}`,
  path: ['input', 'override'],
  guardrail,
  subject: subject ?? null,
  mode: stop.mode,
  commander,
});
