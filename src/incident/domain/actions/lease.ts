import type { DueTime } from '../../../kernel/decision.js';
import type { Instant } from '../../../kernel/instant.js';
import { plusSeconds } from '../../../kernel/instant.js';
import { isAfterwards } from '../mode.js';
import type { IncidentRefusal } from '../refusals.js';
import type { DeclaredIncident } from '../state.js';
import { leaseInvalid } from './refusals.js';

const maxMinutes = 1440;

/** Why a lease cannot last for so long, given in the field of this name. */
export const badLease = (minutes: number, field: 'leaseMinutes' | 'minutes'): IncidentRefusal[] =>
  Number.isInteger(minutes) && minutes >= 1 && minutes <= maxMinutes
    ? []
    : [leaseInvalid(1, maxMinutes, field)];

export const leaseFrom = (time: Instant, minutes: number) => ({
  lease: `PT${minutes}M`,
  leaseUntil: plusSeconds(time, minutes * 60),
});

/** When somebody has to look whether a lease that was given is over: never, of what was long ago. */
export const leaseEnds = (
  action: string,
  { leaseUntil }: { readonly leaseUntil: Instant },
  incident: Pick<DeclaredIncident, 'mode'>,
): DueTime[] => (isAfterwards(incident) ? [] : [leaseDue(action, leaseUntil)]);

/** When somebody has to look whether the lease is over; null: never. */
export const leaseDue = (action: string, at: Instant | null): DueTime => ({
  kind: 'lease',
  subject: action,
  at,
});
