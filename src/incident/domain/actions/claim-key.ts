import { claimedAs } from '../mode.js';
import type { DeclaredIncident } from '../state.js';

/** No target begins like this, so that those of drills meet only one another. */
const ofDrills = 'drill:/';

/** What an action on this target claims, if it claims anything. */
export const claimKey = (
  target: string,
  incident: Pick<DeclaredIncident, 'mode'>,
): string | undefined => claimedAs(incident, { key: target, drillKey: ofDrills + target });

/** The target that somebody claims. */
export const targetOfClaim = (key: string): string =>
  key.startsWith(ofDrills) ? key.slice(ofDrills.length) : key;
