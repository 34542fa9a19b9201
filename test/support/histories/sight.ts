import fc from 'fast-check';
import { grantSight } from '../../../src/incident/domain/sight/grant-sight.js';
import type { Grants } from '../../../src/incident/domain/sight/grant.js';
import { openIncident } from '../../../src/incident/domain/sight/open-incident.js';
import { restrictIncident } from '../../../src/incident/domain/sight/restrict-incident.js';
import { revokeSight } from '../../../src/incident/domain/sight/revoke-sight.js';
import { ada, byTool, grace } from '../given-incident.js';
import { attempts } from './attempt.js';
import type { Past } from './attempt.js';
import { heldRoles, participationOf } from './roles.js';

/** What everybody was granted in the incident. */
export const grantsIn = ({ rows, streamId }: Past): Grants =>
  Object.fromEntries(
    rows
      .all('sight')
      .filter((row) => row['incident'] === streamId && row['granted'] === true)
      .map((row) => [String(row['viewer']), row['for_help'] === true ? 'FOR_HELP' : 'LASTING']),
  );

const viewer = fc.record({ viewer: fc.constantFrom(ada, grace, byTool.actor.id) });
const told = (_: unknown, past: Past) => ({ grants: grantsIn(past), viewerExists: true });

const revocations = attempts(revokeSight, viewer, true, (command, past) => ({
  ...told(command, past),
  ...participationOf(command.viewer, past),
  roles: heldRoles(past.rows, past.streamId),
}));

export const sightAttempts = [
  attempts(restrictIncident, fc.constant({}), true, told),
  attempts(openIncident, fc.constant({}), true),
  attempts(grantSight, viewer, true, told),
  revocations,
  revocations,
];
