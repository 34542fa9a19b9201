import type { Playbook } from '../../../playbook/domain/playbook.js';
import type { IncidentRefusal } from '../refusals.js';
import { playbookIsRetired, playbookUnknown } from './refusals.js';

export type NamedFacts = {
  /**
   * The version of a playbook that was named by hand, or chosen by rule. Advisory: another may be
   * published, or it may be retired, before the decision is recorded; what a version says is strict.
   */
  readonly named?: { readonly playbook: Playbook; readonly isRetired: boolean } | undefined;
};

/** Why what was named by hand cannot be run. */
export const badPlaybook = (given: string, { named }: NamedFacts): IncidentRefusal[] => {
  if (named === undefined) return [playbookUnknown(given)];
  return named.isRetired ? [playbookIsRetired(given)] : [];
};

/** Whether an incident runs what `name` or `name@version` says. */
export const isRunBy = (given: string, reference: string | null): boolean =>
  reference === given || reference?.startsWith(`${given}@`) === true;
