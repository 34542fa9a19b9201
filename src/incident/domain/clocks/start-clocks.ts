import { accept } from '../../../kernel/decision.js';
import type { Facts } from '../../../kernel/decision.js';
import type { Instant } from '../../../kernel/instant.js';
import type { IncidentRule, PlaybookFacts } from '../rule.js';
import { clockName, countsFrom } from './clock.js';
import { timeOf } from './due.js';
import { clockDue } from './follow-clocks.js';
import { runningClocks } from './running.js';
import type { Things } from './things.js';

export type StartClocksFacts = Facts &
  PlaybookFacts &
  Things & {
    /** When the events were recorded that clocks count from. Strict: that never changes. */
    readonly recordedAt: ReadonlyMap<string, Instant>;
  };

/**
 * For the policy: gives the clocks of an incident their due times that was declared before there
 * were any. Done twice, it changes nothing: reminders that were raised or put off are left alone.
 */
export const startClocks: IncidentRule<object, StartClocksFacts> = (_, incident, facts) => {
  const { now, playbook, recordedAt } = facts;
  const running = incident.status === 'undeclared' ? [] : runningClocks(incident, playbook, facts);
  return {
    ...accept(),
    due: [
      { kind: 'start-clocks', subject: '', at: null },
      ...running.flatMap(({ clock, nudge }) => {
        const at = timeOf(clock.due, recordedAt.get(countsFrom(clock.since)) ?? now);
        return nudge ? [] : [clockDue(clockName(clock), at)];
      }),
    ],
  };
};
