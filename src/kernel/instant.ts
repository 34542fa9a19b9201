/**
 * A point in time: RFC 3339 in UTC with six digits of fraction
 * (`2019-07-02T13:42:00.000000Z`). All instants have one width, so text order is time order.
 */
export type Instant = string;

const shape = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?([Zz]|[+-]\d{2}:\d{2})$/;
const endOfYear9999 = 253_402_300_799_000;

/** The instant that an RFC 3339 text names, or undefined if it names none (years 1970 to 9999). */
export const parseInstant = (given: string): Instant | undefined => {
  const [, day, time, fraction = '', zone = 'Z'] = shape.exec(given) ?? [];
  const millis = Date.parse(`${day ?? ''}T${time ?? ''}${zone.toUpperCase()}`);
  if (!(millis >= 0 && millis <= endOfYear9999)) return undefined;
  if (!isOnTheCalendar(day ?? '')) return undefined;
  return `${new Date(millis).toISOString().slice(0, 19)}.${fraction.slice(0, 6).padEnd(6, '0')}Z`;
};

/** `Date.parse` turns 30 February into 2 March. */
const isOnTheCalendar = (day: string): boolean =>
  new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) === day;

/** The instant `seconds` (whole, may be negative) after another; none is after the year 9999. */
export const plusSeconds = (instant: Instant, seconds: number): Instant => {
  const moved = Date.parse(`${instant.slice(0, 19)}Z`) + seconds * 1000;
  return `${new Date(Math.min(moved, endOfYear9999)).toISOString().slice(0, 19)}${instant.slice(19)}`;
};

/** Whole seconds from one instant to a later one; negative if it is earlier. */
export const secondsBetween = (from: Instant, to: Instant): number =>
  Math.floor((millisOf(to) - millisOf(from)) / 1000);

const millisOf = (instant: Instant): number => Date.parse(`${instant.slice(0, 23)}Z`);

/**
 * The latest time that something which has happened by `now` may be said to have happened at: the
 * clocks of others go wrong by up to five minutes.
 */
export const latestBy = (now: Instant): Instant => plusSeconds(now, 300);
