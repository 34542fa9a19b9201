import type { ReadSession } from '../../platform/database/read-session.js';
import { clockName } from '../domain/clocks/clock.js';
import { isOfThing, type Thing, type Things } from '../domain/clocks/things.js';
import { readTimedFollowUps } from '../views/follow-ups.query.js';
import { readLeases } from '../views/leases.query.js';
import { readStandingNudges, type NudgeView } from '../views/nudges.query.js';

export type ThingIn = Thing & { readonly incident: string };
type Source = (reads: ReadSession, incidents: readonly string[]) => Promise<readonly ThingIn[]>;

const leases: Source = async (reads, incidents) =>
  (await readLeases(reads, incidents)).map(({ action, ...lease }) => ({
    ...lease,
    nudge: 'LEASE_EXPIRING',
    about: action,
  }));

const followUps: Source = async (reads, incidents) =>
  (await readTimedFollowUps(reads, incidents)).map(({ followUp, ...time }) => ({
    ...time,
    nudge: 'FOLLOW_UP_OVERDUE',
    about: followUp,
  }));

/** Where the things are told from that have clocks of their own. */
const sources: readonly Source[] = [leases, followUps];

/** The things of these incidents that have clocks of their own. */
export const readThings: Source = async (reads, incidents) => {
  const found: ThingIn[] = [];
  for (const source of sources) found.push(...(await source(reads, incidents)));
  return found;
};

/** Those of one incident, with the reminders of them that stand. Strict: rows of the incident. */
export const thingsOf = async (reads: ReadSession, incident: string): Promise<Things> => ({
  things: await readThings(reads, [incident]),
  thingNudges: nudgesOfThings(await readStandingNudges(reads, [incident])),
});

/** What rules are told of reminders: those of things alone, the head knows the others. */
export const nudgesOfThings = (standing: readonly NudgeView[]): Things['thingNudges'] =>
  Object.fromEntries(
    standing
      .filter(({ nudge }) => isOfThing(nudge))
      .map(({ nudge, about, causedBy, state, snoozedUntil }) => [
        clockName({ nudge, about: about ?? undefined }),
        { causedBy, until: state === 'SNOOZED' ? snoozedUntil : null },
      ]),
  );
