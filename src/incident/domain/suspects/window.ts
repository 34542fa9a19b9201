import type { DueTime } from '../../../kernel/decision.js';
import { plusSeconds, secondsBetween } from '../../../kernel/instant.js';
import type { Instant } from '../../../kernel/instant.js';
import { maxWindowMinutes } from '../../../playbook/domain/fields.js';
import type { Playbook } from '../../../playbook/domain/playbook.js';

/** How many suspects that nobody has judged are linked by policy: the nearest ones. */
export const maxSuspectsByPolicy = 50;

type Times = { readonly from: Instant; readonly to: Instant };

/** The times at which the suspects of an impact began, as the playbook has it; both included. */
export const windowBefore = (impact: Instant, { windows }: Pick<Playbook, 'windows'>): Times => ({
  from: plusSeconds(impact, -windows.suspectsMinutes * 60),
  to: impact,
});

/** The times at which an impact began that a change may have caused, by any playbook. */
export const windowAfter = (change: Instant): Times => ({
  from: change,
  to: plusSeconds(change, maxWindowMinutes * 60),
});

/** Whole seconds; undefined if it began after the impact, or if the impact is not known. */
export const secondsBefore = (change: Instant, impact: Instant | null): number | undefined => {
  return impact === null || change > impact ? undefined : secondsBetween(change, impact);
};

const ofWindow = { kind: 'suspects', subject: 'window' } as const;

/** The window has moved, and the suspects in it are to be looked for. */
export const lookForSuspects = (at: Instant): DueTime => ({ ...ofWindow, at });
export const suspectsFound: DueTime = { ...ofWindow, at: null };
