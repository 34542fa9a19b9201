import type { CheckStatus } from './choices.js';
import type { CheckState } from './state.js';

export const checkNotFound = (
  check: string,
  checks: readonly CheckState[],
  path: readonly string[] = ['input', 'check'],
) => ({
  code: 'CHECK_NOT_FOUND' as const,
  message:
    checks.length === 0
      ? `This incident has no checks yet: add ${check} first`
      : `This incident has no check ${check}: it has ${checks.map((one) => one.check).join(', ')}`,
  path,
  check,
});

export const checkCompleted = (check: string, status: CheckStatus) => ({
  code: 'CHECK_COMPLETED' as const,
  message: `The check ${check} was completed as ${status}: revise it if you find otherwise`,
  path: ['input', 'check'],
  check,
  status,
});

export const checkNotCompleted = (check: string, status: CheckStatus) => ({
  code: 'CHECK_NOT_COMPLETED' as const,
  message: `The check ${check} is ${status}: complete it, there is no verdict to revise`,
  path: ['input', 'check'],
  check,
  status,
});

export const checkExists = (check: string, status: CheckStatus) => ({
  code: 'CHECK_EXISTS' as const,
  message: `This incident has a check ${check} already, which says something else: use another key`,
  path: ['input', 'check'],
  check,
  status,
});

export const tooManyChecks = (most: number) => ({
  code: 'TOO_MANY_CHECKS' as const,
  message: `An incident has at most ${most} checks: note what else you look at`,
  most,
});
