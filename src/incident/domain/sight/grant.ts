import type { IncidentEvent } from '../events.js';

/** What somebody was granted: sight in their own right, or for as long as they help. */
export type Grant = 'LASTING' | 'FOR_HELP';

/** By the id of a member or integration; who was granted nothing is left out. */
export type Grants = Readonly<Record<string, Grant>>;

export const granted = (
  viewer: string,
  because: { readonly reason?: string | undefined; readonly forHelp?: string } = {},
): IncidentEvent => ({ type: 'SightGranted', data: { viewer, ...because } });
