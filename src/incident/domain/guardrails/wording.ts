import type { Guardrail } from '../choices.js';

const inWords: Readonly<Record<Guardrail, string>> = {
  NO_COMMANDER: 'nobody commands',
  SCOPE_BEFORE_TOUCH: 'nobody has assessed the scope',
  CHECK_OUT_OF_ORDER: 'an earlier check is left',
  CONTAIN_BEFORE_FIX: 'users are still hurt',
  CONFLICTING_ACTION: 'another open action holds the target',
  NOT_DIRECTED: 'the commander has not approved it',
  ALREADY_TRIED: 'it was tried before and did not help',
  RESOLVE_WITHOUT_CONTAINMENT: 'nobody said that users are safe',
  TWO_HATS: 'the commander takes on a second role',
};

/** What was met, and with what: `nobody commands (service/checkout)`. */
export const inSentence = (met: {
  readonly guardrail: Guardrail;
  readonly subject?: string | undefined;
}): string => inWords[met.guardrail] + (met.subject === undefined ? '' : ` (${met.subject})`);

/** What a command that was done should know of it. */
export const noticeOf = (met: {
  readonly guardrail: Guardrail;
  readonly subject?: string | undefined;
}) => ({
  code: 'GUARDRAIL' as const,
  message: `It was done, and put on the record: ${inSentence(met)}`,
  guardrail: met.guardrail,
  subject: met.subject ?? null,
});
