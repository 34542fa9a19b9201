import type { FoldedEvent } from '../../../kernel/event.js';
import type { IncidentEvent } from '../events.js';
import type { DeclaredIncident, Incident } from '../state.js';
import { clockName } from './clock.js';
import type { Since } from './state.js';
import { isUnderWay, watches } from './watches.js';

type Happened = FoldedEvent<IncidentEvent>;

/**
 * Keeps in the head where its clocks count from: the event since which something is missing, or
 * with which it was last there. When the response goes on after it was over, all begin anew.
 */
export const trackClocks = (
  before: Incident,
  event: Happened,
  after: DeclaredIncident,
): DeclaredIncident => {
  if (!isUnderWay(after))
    return Object.keys(after.since).length === 0 ? after : { ...after, since: {} };
  if (before.status === 'undeclared' || !isUnderWay(before))
    return { ...after, opened: event.id, since: {} };
  const since = sinceAfter(before, event, after);
  return isSame(since, after.since) ? after : { ...after, since };
};

const sinceAfter = (before: DeclaredIncident, event: Happened, after: DeclaredIncident) =>
  Object.fromEntries(
    watches.flatMap((watch): [string, Since][] => {
      if (!watch.runs(after)) return [];
      const name = clockName(watch);
      const starts = watch.runs(before) ? watch.restarts?.(event, before) : { by: event.id };
      const since = starts ?? before.since[name];
      return since === undefined ? [] : [[name, since]];
    }),
  );

const isSame = (one: DeclaredIncident['since'], other: DeclaredIncident['since']): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([name, since]) => other[name] === since);
