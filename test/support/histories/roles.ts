import fc from 'fast-check';
import { assignRole } from '../../../src/incident/domain/roles/assign-role.js';
import * as choices from '../../../src/incident/domain/roles/choices.js';
import { joinIncident } from '../../../src/incident/domain/roles/join-incident.js';
import { leaveIncident } from '../../../src/incident/domain/roles/leave-incident.js';
import type { ParticipationFacts } from '../../../src/incident/domain/roles/participation.js';
import { releaseRole } from '../../../src/incident/domain/roles/release-role.js';
import type { HeldRole } from '../../../src/incident/domain/roles/role.js';
import type { Actor } from '../../../src/kernel/event.js';
import { ada, grace } from '../given-incident.js';
import { attempts, maybe, term, valueOf } from './attempt.js';
import type { Past } from './attempt.js';

/** How somebody takes part in an incident, as its rows have it. */
export const participationOf = (member: string, { rows, streamId }: Past): ParticipationFacts => {
  const row = rows.find('participants', `${streamId} ${member}`);
  return row?.['left_at'] === null
    ? { participation: row['participation'] as NonNullable<ParticipationFacts['participation']> }
    : {};
};

/** The roles of an incident that are held, as its rows have them. */
export const heldRoles = (rows: Past['rows'], streamId: string): readonly HeldRole[] =>
  rows
    .all('roles')
    .filter((row) => row['incident'] === streamId && row['released_at'] === null)
    .map((row) => ({
      assignment: row.id,
      incidentRole: row['role'] as HeldRole['incidentRole'],
      subject: (row['subject'] ?? undefined) as string | undefined,
      member: row['member'] as string,
    }));

export const ownPart = (_command: unknown, past: Past, { id }: Actor) => ({
  ...participationOf(id, past),
  roles: heldRoles(past.rows, past.streamId),
});

const role = fc.record({
  incidentRole: valueOf(choices.incidentRole),
  subject: maybe(fc.constantFrom('Database', ' database ', 'network')),
  member: fc.constantFrom(ada, grace),
  term,
});

export const rolesAttempts = [
  attempts(assignRole, role, true, ({ member }, past) => ({
    ...participationOf(member, past),
    roles: heldRoles(past.rows, past.streamId),
    mayRespond: true,
  })),
  attempts(releaseRole, role, true, (_command, { rows, streamId }) => ({
    roles: heldRoles(rows, streamId),
  })),
  attempts(joinIncident, fc.record({ as: maybe(valueOf(choices.participation)) }), true, ownPart),
  attempts(leaveIncident, fc.constant({}), true, ownPart),
];
