import type { CheckStatus, CheckVerdict } from './choices.js';

export type CheckState = { readonly check: string; readonly status: CheckStatus };

/** The order and the statuses; what else there is to know of a check stands in its row. */
export type ChecksState = {
  /** At most `maxChecks`, in the order in which they should be done. */
  readonly checks: readonly CheckState[];
};

/** Checks that nobody has looked at; none in incidents that were declared without a playbook. */
export const pending = (planned: readonly Pick<CheckState, 'check'>[] = []): CheckState[] =>
  planned.map(({ check }) => ({ check, status: 'PENDING' }));

export const statusOf = ({ checks }: ChecksState, check: string): CheckStatus | undefined =>
  checks.find((one) => one.check === check)?.status;

export const isVerdict = (status: CheckStatus): status is CheckVerdict =>
  status === 'CLEAR' || status === 'SUSPECT' || status === 'CAUSE';

/** The first in order that nobody has completed or skipped. */
export const nextCheck = ({ checks }: ChecksState): CheckState | undefined =>
  checks.find(({ status }) => status === 'PENDING' || status === 'STARTED');
