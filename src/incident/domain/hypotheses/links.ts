import { checkNotFound } from '../checks/refusals.js';
import { statusOf } from '../checks/state.js';
import type { ChecksState } from '../checks/state.js';
import type { IncidentRefusal } from '../refusals.js';
import type { Links } from './fields.js';

/** Checks are known to the incident; actions and changes may be of others, and are taken as said. */
export const unknownChecks = (
  linked: Links | undefined,
  incident: ChecksState,
): readonly IncidentRefusal[] =>
  (linked?.checks ?? [])
    .filter((check) => statusOf(incident, check) === undefined)
    .map((check) => checkNotFound(check, incident.checks, ['input', 'linked', 'checks']));
