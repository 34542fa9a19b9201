import type { Playbook } from '../../../playbook/domain/playbook.js';
import type { Nudge, UpdateAudience } from '../choices.js';
import type { DeclaredIncident, Incident } from '../state.js';
import type { Due } from './due.js';
import type { Since } from './state.js';
import { isUnderWay, watches } from './watches.js';

/** A clock that runs: when its time has come, people are reminded. */
export type Clock = {
  readonly nudge: Nudge;
  /** Which one, where there can be several: an audience, or the id of a thing. */
  readonly about?: string | undefined;
  readonly since: Since;
  readonly due: Due;
};

/** How a clock is called in the head and among due times: `SILENCE INTERNAL`. */
export const clockName = ({ nudge, about }: Pick<Clock, 'nudge' | 'about'>): string =>
  about === undefined ? nudge : `${nudge} ${about}`;

/** The event that it counts from. */
export const countsFrom = ({ by, from = by }: Since): string => from;

/** Where a clock of the head counts from. */
export const sinceOf = ({ since, opened }: DeclaredIncident, name: string): Since =>
  since[name] ?? { by: opened };

/**
 * The clocks that run on the head of an incident: for what is missing, until it is there. None
 * once the response is over, and none in an incident that is written down afterwards.
 */
export const clocksOf = (incident: Incident, playbook: Playbook): readonly Clock[] => {
  if (incident.status === 'undeclared' || !isUnderWay(incident)) return [];
  return watches.flatMap((watch) => {
    const { nudge, about } = watch;
    const minutes = minutesOf(nudge, about, incident, playbook);
    if (minutes === null || !watch.runs(incident)) return [];
    const since = sinceOf(incident, clockName(watch));
    return [
      { nudge, about, since, due: watch.due?.(incident, minutes) ?? { after: minutes * 60 } },
    ];
  });
};

/** What the playbook gives a clock; null: it does not run. */
export const minutesOf = (
  nudge: Nudge,
  about: string | undefined,
  { severity }: DeclaredIncident,
  { clocks, silence }: Playbook,
): number | null =>
  nudge === 'SILENCE' ? silence[about as UpdateAudience][severity] : clocks[nudge][severity];
