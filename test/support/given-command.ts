import type { IncidentEvent } from '../../src/incident/domain/events.js';
import type { HeldRole } from '../../src/incident/domain/roles/role.js';
import { ada, grace } from './given-incident.js';
import { sampleId } from './given.js';

export const lin = sampleId('mem', 'lin');
export const byLin = { actor: { kind: 'MEMBER', id: lin } } as const;

/** Until when Ada's offer to Grace stands. */
export const until = '2019-07-02T14:05:00.000000Z';
export const late = { now: until } as const;
export const offered: IncidentEvent = {
  type: 'CommandOffered',
  data: { term: 1, member: grace, until },
};
export const accepted: IncidentEvent = {
  type: 'CommandAccepted',
  data: { term: 2, member: grace, formerCommander: ada },
};
export const withdrawn: IncidentEvent = {
  type: 'CommandOfferWithdrawn',
  data: { term: 1, member: grace },
};
export const expired: IncidentEvent = {
  type: 'CommandOfferExpired',
  data: { term: 1, member: grace },
};
export const declined: IncidentEvent = {
  type: 'CommandDeclined',
  data: { term: 1, member: grace },
};
export const relinquished: IncidentEvent = {
  type: 'CommandRelinquished',
  data: { term: 1, member: ada },
};

export const joined = (
  member: string,
  as: 'RESPONDER' | 'OBSERVER' = 'RESPONDER',
): IncidentEvent => ({
  type: 'ResponderJoined',
  data: { member, as },
});
/** The facts of somebody who takes part already. */
export const takesPart = { participation: 'RESPONDER' } as const;

type DataOf<T extends IncidentEvent['type']> = Extract<IncidentEvent, { type: T }>['data'];

/** Grace is scribe. */
export const scribe: HeldRole = {
  assignment: sampleId('evt', '3'),
  incidentRole: 'SCRIBE',
  member: grace,
};
export const assigned = (data: Partial<DataOf<'RoleAssigned'>> = {}): IncidentEvent => ({
  type: 'RoleAssigned',
  data: { incidentRole: 'SCRIBE', member: grace, ...data },
});
export const released = (data: Partial<DataOf<'RoleReleased'>> = {}): IncidentEvent => ({
  type: 'RoleReleased',
  data: { ...scribe, ...data },
});
