import { accept, refuse } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import type { Instant } from '../../../kernel/instant.js';
import { incidentNotFound } from '../life/refusals.js';
import type { IncidentRule, PlaybookFacts } from '../rule.js';
import { clockName, clocksOf } from './clock.js';
import { clockDue } from './follow-clocks.js';

export type RaiseNudge = { readonly clock: string };

export type DueFacts = {
  /** When the clock is due, if it is. Strict: a row of the incident. */
  readonly dueAt?: Instant | undefined;
};

/** For the policy: a clock that was cleared, put off or has reminded already is left alone. */
export const raiseNudge: IncidentRule<RaiseNudge, Facts & DueFacts & PlaybookFacts> = (
  { clock: name },
  incident,
  { now, dueAt, playbook },
) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  if (dueAt === undefined || dueAt > now) return accept();
  const done = [clockDue(name, null)];
  const clock = clocksOf(incident, playbook).find((one) => clockName(one) === name);
  const raised = incident.nudges[name];
  if (!clock || (raised?.until === null && raised.causedBy === clock.causedBy))
    return { ...accept(), due: done };
  const { nudge, about, causedBy } = clock;
  return { ...accept({ type: 'NudgeRaised', data: { nudge, about, causedBy } }), due: done };
};
