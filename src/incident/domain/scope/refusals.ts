import type { Instant } from '../../../kernel/instant.js';

/** `problem` says what would be right; `path` leads to the field that would have to differ. */
export const scopeInconsistent = (problem: string, ...path: string[]) => ({
  code: 'SCOPE_INCONSISTENT' as const,
  message: problem,
  path: ['input', ...path],
});

/** For a start that lies after the moment at which it is stated, by more than clocks differ. */
export const startsAfterwards = (at: Instant, occurredAt: Instant) =>
  scopeInconsistent(
    `The impact cannot start after it is assessed: ${at} is more than five minutes later than ${occurredAt}`,
    'impactStartedAt',
  );

export const evidenceUnknown = (evidence: readonly string[]) => ({
  code: 'EVIDENCE_UNKNOWN' as const,
  message: `Evidence is entries of this incident's own log; these are not: ${evidence.join(', ')}`,
  path: ['input', 'evidence'],
  evidence,
});
