import { accept, refuse } from '../../../kernel/decision.js';
import { plusSeconds } from '../../../kernel/instant.js';
import type { Instant } from '../../../kernel/instant.js';
import { unresolved } from '../choices.js';
import type { UpdateAudience } from '../choices.js';
import { incidentNotFound, wrongPhase } from '../life/refusals.js';
import { timeIn } from '../mode.js';
import type { IncidentRefusal } from '../refusals.js';
import type { IncidentRule } from '../rule.js';
import type { DeclaredIncident } from '../state.js';
import { promiseTimeInvalid } from './refusals.js';

export type PromiseUpdate = { readonly audience: UpdateAudience; readonly at: Instant };

const furthestAheadSeconds = 7 * 24 * 60 * 60;

export const promiseUpdate: IncidentRule<PromiseUpdate> = ({ audience, at }, incident, facts) => {
  if (incident.status === 'undeclared') return refuse(incidentNotFound());
  if (incident.promises[audience]?.at === at) return accept();
  const refusals = promiseRefusals(at, 'at', incident, timeIn(incident, facts));
  return refusals.length > 0
    ? refuse(...refusals)
    : accept({ type: 'NextUpdatePromised', data: { audience, promisedFor: at } });
};

/** Why an update cannot be promised for this time, which the input gives in `field`. */
export const promiseRefusals = (
  at: Instant,
  field: string,
  { phase }: DeclaredIncident,
  now: Instant,
): IncidentRefusal[] => {
  const until = plusSeconds(now, furthestAheadSeconds);
  return [
    ...(unresolved.includes(phase) ? [] : [wrongPhase(phase, unresolved)]),
    ...(at > now && at <= until ? [] : [promiseTimeInvalid(now, until, field)]),
  ];
};
