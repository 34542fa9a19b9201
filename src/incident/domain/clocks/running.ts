import type { Playbook } from '../../../playbook/domain/playbook.js';
import type { DeclaredIncident } from '../state.js';
import { clockName, clocksOf } from './clock.js';
import type { Clock } from './clock.js';
import type { NudgeState } from './state.js';
import { clocksOfThings } from './things.js';
import type { Things } from './things.js';

/** A clock that runs, and its reminder if that was raised or put off. */
export type Running = { readonly clock: Clock; readonly nudge: NudgeState | undefined };

/** All clocks that run in an incident, its things included. */
export const runningClocks = (
  incident: DeclaredIncident,
  playbook: Playbook,
  { things, thingNudges }: Things,
): readonly Running[] =>
  [...clocksOf(incident, playbook), ...clocksOfThings(things, incident, playbook)].map((clock) => {
    const nudge = { ...incident.nudges, ...thingNudges }[clockName(clock)];
    return { clock, nudge: nudge?.causedBy === clock.since.by ? nudge : undefined };
  });

/** The one of this name, if it runs. */
export const runningClock = (
  name: string,
  ...of: Parameters<typeof runningClocks>
): Running | undefined => runningClocks(...of).find(({ clock }) => clockName(clock) === name);
