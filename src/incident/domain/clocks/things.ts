import type { FoldedEvent } from '../../../kernel/event.js';
import { plusSeconds } from '../../../kernel/instant.js';
import type { Instant } from '../../../kernel/instant.js';
import type { Playbook } from '../../../playbook/domain/playbook.js';
import type { Nudge } from '../choices.js';
import type { IncidentEvent } from '../events.js';
import type { DeclaredIncident, Incident } from '../state.js';
import { clockName, minutesOf } from './clock.js';
import type { Clock } from './clock.js';
import type { Due } from './due.js';
import type { Nudges } from './state.js';
import { isUnderWay } from './watches.js';

/**
 * Something in an incident that has a clock of its own. There can be many, so the head knows
 * nothing of them: they, and the reminders of them, are told from rows of the incident.
 */
export type Thing = {
  readonly nudge: ThingNudge;
  /** Its id. */
  readonly about: string;
  /** The event that its time was set by. */
  readonly by: string;
  /** When it ends, or is to be done. */
  readonly until: Instant;
};

/** Strict: rows of the incident. */
export type Things = {
  readonly things: readonly Thing[];
  /** The reminders of things that were raised, or put off. */
  readonly thingNudges: Nudges;
};

type Kind = {
  /** Ends with the response, and begins anew when that goes on. */
  readonly ofResponse: boolean;
  readonly runs: (incident: DeclaredIncident) => boolean;
  readonly due: (until: Instant, minutes: number) => Due;
};

const kinds = {
  LEASE_EXPIRING: {
    ofResponse: true,
    runs: isUnderWay,
    due: (until, minutes) => ({ before: until, by: minutes * 60 }),
  },
  FOLLOW_UP_OVERDUE: {
    ofResponse: false,
    runs: ({ mode, phase }) =>
      mode !== 'RETROSPECTIVE' && phase !== 'DECLINED' && phase !== 'MERGED',
    due: (until, minutes) => ({ at: plusSeconds(until, minutes * 60) }),
  },
} satisfies Readonly<Partial<Record<Nudge, Kind>>>;

export type ThingNudge = keyof typeof kinds;

export const isOfThing = (nudge: Nudge): nudge is ThingNudge => nudge in kinds;

/** What an event says of a thing: its time from now on, or null when it needs none any more. */
type Change = Pick<Thing, 'nudge' | 'about'> & { readonly until: Instant | null };
type Telling<T> = (
  data: Extract<IncidentEvent, { readonly type: T }>['data'],
) => Change | undefined;

const lease = (action: string, until: Instant | null): Change => ({
  nudge: 'LEASE_EXPIRING',
  about: action,
  until,
});
const followUpDue = (followUp: string, until: Instant | undefined): Change => ({
  nudge: 'FOLLOW_UP_OVERDUE',
  about: followUp,
  until: until ?? null,
});
const tellings: { readonly [T in IncidentEvent['type']]?: Telling<T> } = {
  ActionStarted: ({ action, leaseUntil }) => lease(action, leaseUntil),
  ActionExtended: ({ action, leaseUntil }) => lease(action, leaseUntil),
  ActionLeaseExpired: ({ action }) => lease(action, null),
  ActionFinished: ({ action }) => lease(action, null),
  FollowUpAdded: ({ followUp, dueAt }) => followUpDue(followUp, dueAt),
  FollowUpRevised: ({ followUp, dueAt, isMoved }) =>
    isMoved === true ? followUpDue(followUp, dueAt) : undefined,
  FollowUpCompleted: ({ followUp }) => followUpDue(followUp, undefined),
  FollowUpReopened: ({ followUp, dueAt }) => followUpDue(followUp, dueAt),
};

/** Whether an event says anything of things: only then they need to be read. */
export const tellsOfThings = ({ type }: IncidentEvent): boolean => type in tellings;

/** The things of an incident after some events. */
export const thingsAfter = (
  things: readonly Thing[],
  events: readonly FoldedEvent<IncidentEvent>[],
): readonly Thing[] =>
  events.reduce((told, { id, type, data }) => {
    const change = (tellings[type] as Telling<typeof type> | undefined)?.(data);
    if (!change) return told;
    const { until } = change;
    const others = told.filter((one) => clockName(one) !== clockName(change));
    return until === null ? others : [...others, { ...change, until, by: id }];
  }, things);

/** The clocks of things that run. */
export const clocksOfThings = (
  things: readonly Thing[],
  incident: Incident,
  playbook: Playbook,
): readonly Clock[] =>
  things.flatMap(({ nudge, about, by, until }) => {
    const kind: Kind = kinds[nudge];
    if (incident.status === 'undeclared' || !kind.runs(incident)) return [];
    const minutes = minutesOf(nudge, about, incident, playbook);
    const isAnew = kind.ofResponse && incident.opened > by;
    const since = isAnew ? { by: incident.opened, from: by } : { by };
    return minutes === null ? [] : [{ nudge, about, since, due: kind.due(until, minutes) }];
  });
