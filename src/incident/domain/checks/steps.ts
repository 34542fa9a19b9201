import type { DeclaredIncident } from '../state.js';
import type { StepsOf } from '../steps.js';
import type { CheckStatus } from './choices.js';
import type { checksEvents } from './events.js';
import { maxChecks } from './fields.js';
import { isVerdict, statusOf } from './state.js';
import type { CheckState } from './state.js';

type About = { readonly data: { readonly check: string } };
type Checks = readonly CheckState[];

export const checksSteps: StepsOf<typeof checksEvents> = {
  CheckStarted: {
    fits: (incident, { data }) => is(incident, data.check, 'PENDING', 'SKIPPED'),
    after: (incident, event) => moved(incident, event, 'STARTED'),
  },
  CheckCompleted: {
    fits: (incident, { data }) => is(incident, data.check, 'PENDING', 'STARTED', 'SKIPPED'),
    after: (incident, event) => moved(incident, event, event.data.verdict),
  },
  CheckRevised: {
    fits: (incident, { data }) => isVerdict(statusOf(incident, data.check) ?? 'PENDING'),
    after: (incident, event) => moved(incident, event, event.data.verdict),
  },
  CheckSkipped: {
    fits: (incident, { data }) => is(incident, data.check, 'PENDING', 'STARTED'),
    after: (incident, event) => moved(incident, event, 'SKIPPED'),
  },
  CheckAdded: {
    fits: (incident, { data }) =>
      incident.checks.length < maxChecks && statusOf(incident, data.check) === undefined,
    after: ({ checks }, { data }) => ({ checks: added(checks, data.check, data.after) }),
  },
};

const is = (incident: DeclaredIncident, check: string, ...statuses: CheckStatus[]): boolean => {
  const status = statusOf(incident, check);
  return status !== undefined && statuses.includes(status);
};

const moved = ({ checks }: DeclaredIncident, { data: { check } }: About, status: CheckStatus) => ({
  checks: checks.map((one) => (one.check === check ? { check, status } : one)),
});

/** Behind the check that is named, or at the end. */
const added = (checks: Checks, check: string, after: string | undefined): Checks => {
  const before = checks.findIndex((one) => one.check === after);
  const place = before === -1 ? checks.length : before + 1;
  return checks.toSpliced(place, 0, { check, status: 'PENDING' });
};
