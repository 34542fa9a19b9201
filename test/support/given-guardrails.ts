import { guardrail, severity } from '../../src/playbook/domain/choices.js';
import type { Guardrail, GuardrailMode, Severity } from '../../src/playbook/domain/choices.js';
import type { BySeverity, Playbook } from '../../src/playbook/domain/playbook.js';

export const allGuardrails = Object.keys(guardrail.values) as Guardrail[];
export const severities = Object.keys(severity.values) as Severity[];

export const always = <T>(value: T): BySeverity<T> =>
  Object.fromEntries(severities.map((one) => [one, value])) as BySeverity<T>;

/** All guardrails in one mode, but for those that are named. */
export const guardrailsIn = (
  mode: GuardrailMode,
  but: Partial<Playbook['guardrails']> = {},
): Playbook['guardrails'] => ({
  ...(Object.fromEntries(
    allGuardrails.map((one) => [one, always(mode)]),
  ) as Playbook['guardrails']),
  ...but,
});
