import type { DueTime } from '../../../kernel/decision.js';
import type { Instant } from '../../../kernel/instant.js';
import { plusSeconds } from '../../../kernel/instant.js';
import type { IncidentRefusal } from '../refusals.js';
import { leaseInvalid } from './refusals.js';

const maxMinutes = 1440;

/** Why a lease cannot last for so long, given in the field of this name. */
export const badLease = (minutes: number, field: 'leaseMinutes' | 'minutes'): IncidentRefusal[] =>
  Number.isInteger(minutes) && minutes >= 1 && minutes <= maxMinutes
    ? []
    : [leaseInvalid(1, maxMinutes, field)];

/**
 * A lease counts from the clock and not from when it is said to have happened, so that it never
 * begins ended.
 */
export const leaseFrom = (now: Instant, minutes: number) => ({
  lease: `PT${minutes}M`,
  leaseUntil: plusSeconds(now, minutes * 60),
});

/** When somebody has to look whether the lease is over; null: never. */
export const leaseDue = (action: string, at: Instant | null): DueTime => ({
  kind: 'lease',
  subject: action,
  at,
});
