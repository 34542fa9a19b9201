import type { IncidentRefusal } from '../refusals.js';
import type { Met, Stop } from './met.js';

/** A guardrail that a command has met: whether that stops it is for the playbook to say. */
export type Trip = Met & {
  /** The refusal if it stops the command, where there is more to say than of others. */
  readonly refusal?: (stop: Stop) => IncidentRefusal;
  /** Who commands once it is done: what the commander may, they may already. */
  readonly commander?: string;
};

/** Those of the trips that are: `when(incident.commander === null, { guardrail: 'NO_COMMANDER' })`. */
export const when = (isMet: boolean, trip: Trip): readonly Trip[] => (isMet ? [trip] : []);
