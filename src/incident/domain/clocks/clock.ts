import type { Instant } from '../../../kernel/instant.js';
import type { Playbook } from '../../../playbook/domain/playbook.js';
import type { Nudge } from '../choices.js';
import { unresolved } from '../choices.js';
import type { Incident } from '../state.js';

/** A clock that runs: when its time has come, people are reminded. */
export type Clock = {
  readonly nudge: Nudge;
  /** Which one, where there can be several. */
  readonly about?: string | undefined;
  /** What it counts from. While this stays, the clock goes on; it reminds once for each. */
  readonly causedBy: string;
  /** Seconds after the cause was recorded, or a point in time. */
  readonly due: { readonly after: number } | { readonly at: Instant };
};

/** Reminders of things, of which there may be many: the head knows nothing of them, their rows do. */
export const ofThings: readonly Nudge[] = ['FOLLOW_UP_OVERDUE'];

/** How a clock is called in the head and among due times: `SILENCE INTERNAL`. */
export const clockName = ({ nudge, about }: Pick<Clock, 'nudge' | 'about'>): string =>
  about === undefined ? nudge : `${nudge} ${about}`;

/**
 * The clocks that run in an incident as it stands: for what is missing, until it is there. None
 * once the response is over, and none in an incident that is written down afterwards.
 */
export const clocksOf = (incident: Incident, playbook: Playbook): readonly Clock[] => {
  if (incident.status === 'undeclared' || incident.mode === 'RETROSPECTIVE') return [];
  if (!unresolved.includes(incident.phase)) return [];
  const minutes = playbook.clocks.NO_COMMANDER[incident.severity];
  return incident.commander === null && minutes !== null
    ? [{ nudge: 'NO_COMMANDER', causedBy: `term ${incident.term}`, due: { after: minutes * 60 } }]
    : [];
};
