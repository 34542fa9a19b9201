import type { Facts } from '../../kernel/decision.js';
import type { Instant } from '../../kernel/instant.js';
import type { DeclaredIncident } from './state.js';

/** Whether it is written down after it was over: then nothing waits, expires or is held for it. */
export const isAfterwards = ({ mode }: Pick<DeclaredIncident, 'mode'>): boolean =>
  mode === 'RETROSPECTIVE';

/**
 * When it is, in the incident: by the clock and not as a caller says, so that nothing begins
 * over; in one that is written down afterwards, when it happened.
 */
export const timeIn = (
  incident: Pick<DeclaredIncident, 'mode'>,
  { now, occurredAt }: Pick<Facts, 'now' | 'occurredAt'>,
): Instant => (isAfterwards(incident) ? occurredAt : now);

/**
 * The key by which an incident claims what only one may have: none if it is written down
 * afterwards, and that of drills is another than that of what really happens.
 */
export const claimedAs = (
  { mode }: Pick<DeclaredIncident, 'mode'>,
  { key, drillKey }: { readonly key: string; readonly drillKey: string },
): string | undefined => {
  switch (mode) {
    case 'REAL':
      return key;
    case 'DRILL':
      return drillKey;
    case 'RETROSPECTIVE':
      return undefined;
  }
};
