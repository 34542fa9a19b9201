import type { Incident } from '../../src/incident/domain/incident.js';
import { clockName, countsFrom } from '../../src/incident/domain/clocks/clock.js';
import {
  changeOf,
  followClocks,
  noThings,
} from '../../src/incident/domain/clocks/follow-clocks.js';
import type { Things } from '../../src/incident/domain/clocks/things.js';
import { runningClocks } from '../../src/incident/domain/clocks/running.js';
import type { IncidentEvent } from '../../src/incident/domain/events.js';
import type { FoldedEvent } from '../../src/kernel/event.js';
import { secondsBetween } from '../../src/kernel/instant.js';
import type { Instant } from '../../src/kernel/instant.js';
import { timeOf } from '../../src/incident/domain/clocks/due.js';
import { builtIn } from '../../src/playbook/built-in.js';
import type { Playbook } from '../../src/playbook/domain/playbook.js';
import { incidentFold } from './given-incident.js';
import { foldInOrder, happened } from './given.js';

const start = '2019-07-02T13:40:00.000000Z';
/** Each event of a past is recorded a minute after the one before, from minute 0 on. */
const recordedAt = (past: readonly FoldedEvent<IncidentEvent>[]) =>
  new Map(past.map(({ id, occurredAt }) => [id, occurredAt]));

/** At which minute each clock is due that runs after these events, by name. */
export const dueAfter = (
  past: readonly IncidentEvent[],
  playbook: Playbook = builtIn,
): Readonly<Record<string, number>> => {
  const state = foldInOrder(incidentFold, past);
  const recorded = recordedAt(past.map((event, index) => happened(event, index + 1)));
  const running = state.status === 'declared' ? runningClocks(state, playbook, noThings) : [];
  return Object.fromEntries(
    running.map(({ clock }) => {
      const at = timeOf(clock.due, recorded.get(countsFrom(clock.since)) ?? '');
      return [clockName(clock), secondsBetween(start, at) / 60];
    }),
  );
};

/** What the clocks do when something happens after these events. */
export const following = (
  past: readonly IncidentEvent[],
  then: readonly IncidentEvent[],
  {
    things = noThings,
    playbooks = [builtIn, builtIn],
    now = '2019-07-02T14:00:00.000000Z',
  }: {
    readonly things?: Things;
    readonly playbooks?: readonly [Playbook, Playbook];
    readonly now?: Instant;
  } = {},
) => {
  const before: Incident = foldInOrder(incidentFold, past);
  const events = then.map((event, index) => happened(event, past.length + index + 1));
  const after = foldInOrder(incidentFold, then, before, past.length);
  const [playbookBefore, playbookAfter] = playbooks;
  const change = changeOf({ before, after, playbookBefore, playbookAfter, events }, things);
  const recorded = recordedAt(past.map((event, index) => happened(event, index + 1)));
  return followClocks(change, now, recorded);
};
