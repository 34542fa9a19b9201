import type { CheckState } from '../checks/state.js';
import { maxChecks } from '../checks/fields.js';
import type { DeclaredIncident } from '../state.js';
import type { StepsOf } from '../steps.js';
import type { playbookEvents } from './events.js';

type Move = {
  readonly checks?: readonly Pick<CheckState, 'check'>[] | undefined;
  readonly dropped: readonly string[];
};

export const playbookSteps: StepsOf<typeof playbookEvents> = {
  MovedToPlaybook: {
    fits: (incident, { data }) =>
      (incident.playbook === null || incident.playbook === data.formerPlaybook) &&
      checksAfter(incident, data).length <= maxChecks,
    after: (incident, { data }) => ({
      playbook: data.playbook ?? null,
      checks: checksAfter(incident, data),
    }),
  },
};

/** Those of the new playbook in its order, as far as they have come; then what is left of others. */
export const checksAfter = (
  { checks: before }: Pick<DeclaredIncident, 'checks'>,
  { checks = [], dropped }: Move,
): readonly CheckState[] => {
  const known = new Map(before.map((one) => [one.check, one]));
  const planned = new Set(checks.map(({ check }) => check));
  const gone = new Set(dropped);
  return [
    ...checks.map(({ check }): CheckState => known.get(check) ?? { check, status: 'PENDING' }),
    ...before.filter(
      ({ check, status }) => !planned.has(check) && !(gone.has(check) && status === 'PENDING'),
    ),
  ];
};
